package dev.rollcall.testkit;

import dev.rollcall.rsvp.Dispatcher;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import java.time.Instant;
import java.util.List;

/** A party, and somebody who does what it owes. What others owe is sent as well, and does not matter. */
record MailDesk(Party party, MutableClock clock, CollectingPostman postman, Dispatcher dispatcher) {

    void work() {
        while (dispatcher.dispatch(100) > 0) {
            // Until nothing is due.
        }
    }

    void passUntil(Instant moment) {
        clock.set(moment);
        work();
    }

    int sent(LetterKind kind) {
        return letters(kind).size();
    }

    List<Letter> letters(LetterKind kind) {
        return postman.letters(party.event().id(), kind);
    }

    List<InvitationKey> recipients(LetterKind kind) {
        return letters(kind).stream()
                .map(letter -> letter.invitation().orElseThrow().key())
                .toList();
    }
}
