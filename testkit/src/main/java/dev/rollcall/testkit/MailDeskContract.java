package dev.rollcall.testkit;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import java.util.Optional;
import java.util.function.Consumer;

/** What the contracts of letters have in common: each test has a party with its own clock and postman. */
interface MailDeskContract extends StoreContract {

    default void atADesk(Optional<Integer> capacity, Consumer<MailDesk> day) {
        MutableClock clock = new MutableClock(Fresh.instant());
        CollectingMailSender postman = new CollectingMailSender();
        try (Rollcall rollcall = Rollcall.over(new BorrowedRepositories(repositories()), clock)) {
            Party party = new Party(repositories(), rollcall, clock, capacity, WaitlistPolicy.AUTO);
            day.accept(new MailDesk(party, clock, postman, rollcall.dispatcher(postman)));
        }
    }
}
