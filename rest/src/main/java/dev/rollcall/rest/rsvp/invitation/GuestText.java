package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guests as a text that {@link GuestEntries} reads. Each has an address. */
final class GuestText {

    private GuestText() {}

    /**
     * Writes guests.
     *
     * @param format {@code csv} for a table, anything else for addresses
     * @param guests the guests
     * @return the text
     */
    static String of(String format, List<InvitationDraft> guests) {
        return format.equals("csv")
                ? Csv.write(Stream.concat(
                                Stream.of(List.of("email", "name", "party_limit")),
                                guests.stream().map(GuestText::row))
                        .toList())
                : guests.stream().map(GuestText::line).collect(Collectors.joining("\n"));
    }

    private static List<String> row(InvitationDraft guest) {
        return List.of(
                email(guest),
                guest.name().map(UserName::value).orElse(""),
                guest.partyLimit().map(String::valueOf).orElse(""));
    }

    private static String line(InvitationDraft guest) {
        return guest.name()
                .map(name -> "\"" + name.value() + "\" <" + email(guest) + ">")
                .orElseGet(() -> email(guest));
    }

    private static String email(InvitationDraft guest) {
        return guest.email().map(EmailAddress::typed).map(String::strip).orElseThrow();
    }
}
