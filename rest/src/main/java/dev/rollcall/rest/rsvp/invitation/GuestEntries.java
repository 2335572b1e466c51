package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.rest.http.PercentEncoding;
import dev.rollcall.rsvp.invitation.InvitationDraft;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.value.TextRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The guests to invite, read from text that an organizer typed, pasted or uploaded. */
final class GuestEntries {

    /** As many as are invited at once. */
    static final int MOST = 500;

    private static final Pattern MAIL_LINK = Pattern.compile("(?i)mailto:([^?]*)(\\?.*)?");

    /** What spreadsheets put after a whole number. */
    private static final Pattern NO_FRACTION = Pattern.compile("[.,]0+$");

    private GuestEntries() {}

    /**
     * One line or row, which names a guest.
     *
     * @param line the line, or row, it stands in, from 1
     * @param text as it stands there
     * @param draft the guest to invite, or the reason why there is none
     */
    record Entry(int line, String text, Outcome<InvitationDraft> draft) {}

    /**
     * Reads a text.
     *
     * @param format {@code csv} for a table, anything else for addresses
     * @param text the text
     * @throws InvalidInputException where it names nobody or too many, is no table, or was read in the wrong encoding
     */
    static List<Entry> read(String format, String text) {
        if (text.indexOf('\ufffd') >= 0 || text.indexOf('\0') >= 0) {
            throw new InvalidInputException("has characters that were lost on the way, because the file is in another"
                    + " encoding; save it as UTF-8 and choose it again");
        }
        List<Entry> entries = format.equals("csv") ? GuestTable.read(text) : AddressList.read(text);
        if (entries.isEmpty()) {
            throw new InvalidInputException("must name somebody");
        }
        if (entries.size() > MOST) {
            throw new InvalidInputException(
                    "must name at most " + MOST + " guests, not " + entries.size() + "; invite them in several parts");
        }
        return entries;
    }

    /**
     * A guest.
     *
     * @param email the address, which may be a {@code mailto:} link
     * @param name the name; blank for none
     * @param partyLimit the largest party as a whole number; blank for the event's
     * @throws InvalidInputException where one of them is not as it must be
     */
    static InvitationDraft draft(String email, String name, String partyLimit) {
        String address = TextRule.trimmed(withoutLink(TextRule.trimmed(email)));
        String called = TextRule.trimmed(TextRule.lines(name).replaceAll("\\s+", " "));
        return new InvitationDraft(
                Optional.of(new EmailAddress(address)),
                Optional.empty(),
                Optional.of(called)
                        .filter(given -> !given.isEmpty() && !given.equalsIgnoreCase(address))
                        .map(UserName::new),
                Optional.of(TextRule.trimmed(partyLimit))
                        .filter(given -> !given.isEmpty())
                        .map(GuestEntries::number));
    }

    private static String withoutLink(String address) {
        Matcher link = MAIL_LINK.matcher(address);
        if (!link.matches()) {
            return address;
        }
        String target = link.group(1);
        return target.indexOf('%') < 0 ? target : PercentEncoding.decodeSegment(target);
    }

    /** A whole number in the digits of any script. */
    private static int number(String text) {
        try {
            return Integer.parseInt(NO_FRACTION.matcher(text).replaceFirst(""));
        } catch (NumberFormatException notWhole) {
            throw new InvalidInputException("must have a whole number as party_limit, or none");
        }
    }
}
