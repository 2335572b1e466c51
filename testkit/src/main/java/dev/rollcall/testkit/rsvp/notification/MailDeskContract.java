package dev.rollcall.testkit.rsvp.notification;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.testkit.rsvp.invitation.Party;
import java.util.Optional;
import java.util.function.Consumer;

/** What the contracts of notifications have in common: each test has a party with its own clock and mailSender. */
interface MailDeskContract extends StoreContract {

    default void atADesk(Optional<Integer> capacity, Consumer<MailDesk> day) {
        MutableClock clock = new MutableClock(Fresh.instant());
        CollectingMailSender mailSender = new CollectingMailSender();
        try (Rollcall rollcall = Rollcall.over(new BorrowedStore(store()), clock)) {
            Party party = new Party(store(), rollcall, clock, capacity, WaitlistPolicy.AUTO);
            day.accept(new MailDesk(party, clock, mailSender, rollcall.dispatcher(mailSender)));
        }
    }
}
