package dev.rollcall.testkit;

import dev.rollcall.rsvp.EventId;
import dev.rollcall.rsvp.Letter;
import dev.rollcall.rsvp.LetterKind;
import dev.rollcall.rsvp.Postman;
import dev.rollcall.rsvp.UndeliverableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps letters where a test can look at them, or refuses them as it is told. Thread-safe. */
public final class CollectingPostman implements Postman {

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile Optional<UndeliverableException> refusal = Optional.empty();

    /** A postman who takes every letter. */
    public CollectingPostman() {}

    /**
     * Refuses every letter from now on.
     *
     * @param permanent whether trying again is of no use
     */
    public void refuse(boolean permanent) {
        refusal = Optional.of(new UndeliverableException("There is no such mailbox.", permanent, null));
    }

    /** Takes every letter from now on. */
    public void accept() {
        refusal = Optional.empty();
    }

    @Override
    public void send(Letter letter) throws UndeliverableException {
        Optional<UndeliverableException> refused = refusal;
        if (refused.isPresent()) {
            throw refused.get();
        }
        letters.add(letter);
    }

    /**
     * The letters about an event.
     *
     * @param event which event
     * @param kind which kind
     * @return the letters in the order in which they were sent
     */
    public List<Letter> letters(EventId event, LetterKind kind) {
        return letters.stream()
                .filter(letter -> letter.event().id().equals(event) && letter.kind() == kind)
                .toList();
    }

    /** Does nothing: the letters stay. */
    @Override
    public void close() {
        // Nothing is open.
    }
}
