package dev.rollcall.http.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.crowd.Crowd.Guest;
import dev.rollcall.http.process.Mail;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a crowd finds in its notification-boxes, where one Message-ID is one notification. */
public final class CrowdMail {

    private CrowdMail() {}

    /**
     * Each guest has one invitation, and each promoted guest has one notification of it.
     *
     * @param seated who got them and has them still
     * @param promoted the guests that were promoted at any time; one that has left since may have got no notification
     */
    public static void assertEachHasTheirs(
            List<Mail> mails, Collection<Guest> invited, Collection<Guest> seated, Collection<Guest> promoted) {
        assertThat(recipients(mails, "invitation")).isEqualTo(ids(invited));
        assertThat(ids(promoted)).containsAll(ids(seated)).containsAll(recipients(mails, "promoted"));
        assertThat(recipients(mails, "promoted")).containsAll(ids(seated));
    }

    private static Set<String> recipients(List<Mail> mails, String kind) {
        Map<String, Set<String>> notifications = mails.stream()
                .filter(mail -> mail.kind().equals(kind))
                .collect(Collectors.groupingBy(
                        mail -> mail.guest().orElseThrow(), Collectors.mapping(Mail::messageId, Collectors.toSet())));
        assertThat(notifications)
                .allSatisfy((guest, ids) -> assertThat(ids).as(kind).hasSize(1));
        return notifications.keySet();
    }

    private static Set<String> ids(Collection<Guest> guests) {
        return guests.stream().map(Guest::id).collect(Collectors.toUnmodifiableSet());
    }
}
