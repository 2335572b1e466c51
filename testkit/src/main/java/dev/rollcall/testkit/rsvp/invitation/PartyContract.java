package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.Rollcall;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fixture.BorrowedStore;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the contracts of guest lists have in common: each test has an event and a clock of its own. */
interface PartyContract extends StoreContract {

    /** An event for so many, at a clock that stands. */
    default void at(Optional<Integer> capacity, WaitlistPolicy waitlist, BiConsumer<Party, MutableClock> test) {
        MutableClock clock = new MutableClock(Fresh.instant());
        try (Rollcall rollcall = Rollcall.over(new BorrowedStore(store()), clock)) {
            test.accept(new Party(store(), rollcall, clock, capacity, waitlist), clock);
        }
    }

    default void at(int capacity, WaitlistPolicy waitlist, BiConsumer<Party, MutableClock> test) {
        at(Optional.of(capacity), waitlist, test);
    }

    default void withoutLimit(BiConsumer<Party, MutableClock> test) {
        at(Optional.empty(), WaitlistPolicy.OFF, test);
    }
}
