package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.util.List;

/** Steps of guest lists. */
public final class GuestLists {

    private GuestLists() {}

    public static Event event(Repositories store) {
        return store.events()
                .add(Fresh.event(store.users().add(Fresh.user(Fresh.instant())).id(), Fresh.instant()));
    }

    public static Invitation invite(Repositories store, Event event) {
        Invitation invitation = Fresh.invitation(event.id(), Fresh.instant());
        Event unused = store.invitations().write(adding(present(store, event), List.of(invitation)));
        return invitation;
    }

    public static Event present(Repositories store, Event event) {
        return store.events().find(event.id()).orElseThrow();
    }

    public static GuestListWrite adding(Event event, List<Invitation> invitations) {
        return new GuestListWrite(next(event), invitations, List.of(), List.of(), List.of());
    }

    public static GuestListWrite enqueuing(Event event, List<OutboxMessage> messages) {
        return new GuestListWrite(next(event), List.of(), List.of(), List.of(), messages);
    }

    /**
     * The step in which a guest comes to wait, or waits elsewhere, with a record in the history and a digest for the organizer.
     */
    public static GuestListWrite waiting(Event event, Invitation before, long place) {
        return changing(event, before, Invitations.waiting(place, before));
    }

    public static GuestListWrite changing(Event event, Invitation before, Invitation after) {
        AnswerRecord answer = new AnswerRecord(
                after.key(),
                after.revision().count(),
                Fresh.instant(),
                Channel.PAGE,
                before.answer(),
                after.answer(),
                after.standing());
        return new GuestListWrite(
                next(event),
                List.of(),
                List.of(new Replacement<>(after, before.revision())),
                List.of(answer),
                List.of(Fresh.message(event.id(), Fresh.instant())));
    }

    public static Replacement<Event> next(Event event) {
        return next(event, event);
    }

    /** The event's next state, with the details of another. */
    public static Replacement<Event> next(Event event, Event other) {
        Event next = new Event(
                event.id(),
                other.details(),
                event.uid(),
                event.sequence(),
                event.counts(),
                event.updatedAt(),
                event.revision().next());
        return new Replacement<>(next, event.revision());
    }
}
