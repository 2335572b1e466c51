package dev.rollcall.testkit;

import dev.rollcall.rsvp.Dispatcher;
import dev.rollcall.rsvp.InvitationKey;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.storage.Repositories;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** A party, and somebody who does what it owes. What others owe is sent as well, and does not matter. */
record MailDesk(Party party, MutableClock clock, CollectingPostman postman, Dispatcher dispatcher) {

    /** Another dispatcher for the same party, which sees the store in another way. */
    MailDesk over(Repositories store) {
        return over(store, postman);
    }

    MailDesk over(Repositories store, CollectingPostman other) {
        return new MailDesk(
                party,
                clock,
                other,
                new Dispatcher(
                        store.events(),
                        store.invitations(),
                        store.users(),
                        store.links(),
                        store.outbox(),
                        other,
                        clock,
                        new SecureRandom()));
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
