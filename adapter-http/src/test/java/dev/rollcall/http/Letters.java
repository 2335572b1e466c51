package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.Crowd.Guest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a crowd finds in its letter-boxes, where one Message-ID is one letter. */
final class Letters {

    private Letters() {}

    /** Each has one invitation, those who have moved up one letter that says so, and nobody who had seats has one. */
    static void assertEachHasTheirs(List<Mail> mails, List<Guest> invited, List<Guest> promoted) {
        Set<String> guests = ids(invited);
        assertThat(perGuest(mails, "invitation")).containsOnlyKeys(guests);
        // Whoever has left after all may have been told before that there were seats.
        Set<String> perhaps = ids(invited.stream().filter(Guest::leaves).toList());
        assertThat(perGuest(mails, "promoted").keySet())
                .containsAll(ids(promoted))
                .allSatisfy(guest -> assertThat(ids(promoted).contains(guest) || perhaps.contains(guest))
                        .isTrue());
    }

    private static Map<String, String> perGuest(List<Mail> mails, String kind) {
        Map<String, Set<String>> letters = mails.stream()
                .filter(mail -> mail.kind().equals(kind))
                .collect(Collectors.groupingBy(
                        mail -> mail.guest().orElseThrow(),
                        Collectors.mapping(Mail::messageId, Collectors.toUnmodifiableSet())));
        assertThat(letters).allSatisfy((guest, ids) -> assertThat(ids).as(kind).hasSize(1));
        return letters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
    }

    private static Set<String> ids(List<Guest> guests) {
        return guests.stream().map(Guest::id).collect(Collectors.toUnmodifiableSet());
    }
}
