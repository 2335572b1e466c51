package dev.rollcall.testkit.rsvp.notification;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.notification.Dispatcher;
import dev.rollcall.rsvp.notification.Notification;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party;
import dev.rollcall.write.GroupWriterSettings;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** A party, and a dispatcher that sends its messages. Messages of other parties are sent as well, and do not matter. */
record MailDesk(Party party, MutableClock clock, CollectingMailSender mailSender, Dispatcher dispatcher) {

    /** Another dispatcher for the same party, which sees the store in another way. */
    MailDesk over(Store store) {
        return over(store, mailSender);
    }

    MailDesk over(Store store, CollectingMailSender other) {
        return new MailDesk(
                party,
                clock,
                other,
                Rollcall.over(store, clock, new SecureRandom(), GroupWriterSettings.withoutThreads())
                        .dispatcher(other));
    }

    void work() {
        while (dispatcher.dispatch(100) > 0) {
            // Until nothing is due.
        }
    }

    void passUntil(Instant moment) {
        clock.set(moment);
        work();
    }

    int sent(NotificationKind kind) {
        return notifications(kind).size();
    }

    List<Notification> notifications(NotificationKind kind) {
        return mailSender.notifications(party.event().id(), kind);
    }

    List<InvitationKey> recipients(NotificationKind kind) {
        return notifications(kind).stream()
                .map(notification -> notification.invitation().orElseThrow().key())
                .toList();
    }
}
