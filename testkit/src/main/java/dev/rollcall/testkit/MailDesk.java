package dev.rollcall.testkit;

import dev.rollcall.rsvp.Dispatcher;
import dev.rollcall.rsvp.LetterKind;

/** A party, and somebody who does what it owes. */
record MailDesk(Party party, MutableClock clock, CollectingPostman postman, Dispatcher dispatcher) {

    void work() {
        while (dispatcher.dispatch(100) > 0) {
            // Until nothing is due.
        }
    }

    int sent(LetterKind kind) {
        return postman.letters(party.event().id(), kind).size();
    }
}
