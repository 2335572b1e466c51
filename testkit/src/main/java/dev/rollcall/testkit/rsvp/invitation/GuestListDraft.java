package dev.rollcall.testkit.rsvp.invitation;

import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.testkit.fixture.Events;
import java.util.List;
import java.util.stream.Stream;

/** Puts together, part by part, what one step writes to a guest list. */
record GuestListDraft(GuestListWrite write) {

    /** A step that does nothing but move an event on. */
    static GuestListDraft from(Event event) {
        return to(event, Events.with(event.details(), event));
    }

    /** A step that does nothing but give an event a next state. */
    static GuestListDraft to(Event event, Event next) {
        return new GuestListDraft(new GuestListWrite(
                new Replacement<>(next, event.revision()), List.of(), List.of(), List.of(), List.of()));
    }

    GuestListDraft add(List<Invitation> invitations) {
        return new GuestListDraft(new GuestListWrite(
                write.event(), joined(write.added(), invitations), write.changed(), write.history(), write.messages()));
    }

    GuestListDraft add(Invitation invitation) {
        return add(List.of(invitation));
    }

    GuestListDraft change(Invitation before, Invitation next) {
        return new GuestListDraft(new GuestListWrite(
                write.event(),
                write.added(),
                joined(write.changed(), List.of(new Replacement<>(next, before.revision()))),
                write.history(),
                write.messages()));
    }

    GuestListDraft record(List<AnswerRecord> records) {
        return new GuestListDraft(new GuestListWrite(
                write.event(), write.added(), write.changed(), joined(write.history(), records), write.messages()));
    }

    GuestListDraft record(AnswerRecord record) {
        return record(List.of(record));
    }

    GuestListDraft enqueue(List<OutboxMessage> messages) {
        return new GuestListDraft(new GuestListWrite(
                write.event(), write.added(), write.changed(), write.history(), joined(write.messages(), messages)));
    }

    GuestListDraft enqueue(OutboxMessage message) {
        return enqueue(List.of(message));
    }

    private static <T> List<T> joined(List<T> before, List<T> more) {
        return Stream.concat(before.stream(), more.stream()).toList();
    }
}
