package dev.rollcall.memory;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

final class InMemoryInvitationRepository implements InvitationRepository {

    private static final String RESOURCE = "invitation";

    /** A step holds up all others. */
    private static final int MAX_WEIGHT = 500;

    /** As many as a store whose steps share a commit might take. */
    private static final int MAX_STEPS = 128;

    private final InMemoryRsvp rsvp;

    InMemoryInvitationRepository(InMemoryRsvp rsvp) {
        this.rsvp = rsvp;
    }

    @Override
    public int maxWeight() {
        return MAX_WEIGHT;
    }

    @Override
    public int maxSteps() {
        return MAX_STEPS;
    }

    @Override
    public List<Outcome<Event>> writeAll(List<GuestListWrite> writes) {
        return writes.stream().map(one -> Outcome.of(() -> writeOne(one))).toList();
    }

    private Event writeOne(GuestListWrite write) {
        return rsvp.exclusively(() -> {
            check(write);
            write.added().forEach(invitation -> rsvp.invitations.add(invitation, present -> false));
            write.changed().forEach(change -> replace(change));
            write.history()
                    .forEach(record -> rsvp.history
                            .computeIfAbsent(record.invitation(), unknown -> new ArrayList<>())
                            .add(record));
            write.messages().forEach(message -> rsvp.outbox.add(message, present -> false));
            return rsvp.events.replace(write.event().next(), write.event().expected(), present -> true);
        });
    }

    /** Throws what is in the way before anything is written. */
    private void check(GuestListWrite write) {
        Replacement<Event> event = write.event();
        EventId id = event.next().id();
        Event present = rsvp.events.find(id).orElseThrow(() -> new NotFoundException("event", id.value()));
        if (!present.revision().equals(event.expected())) {
            throw new PreconditionFailedException("event", id.value());
        }
        UserId organizer = event.next().details().organizerId();
        if (rsvp.users.find(organizer).isEmpty()) {
            throw new NotFoundException("user", organizer.value());
        }
        write.added().stream()
                .map(Invitation::key)
                .filter(key -> rsvp.invitations.find(key).isPresent())
                .findFirst()
                .ifPresent(InMemoryInvitationRepository::refuse);
        write.changed().stream()
                .filter(change -> rsvp.invitations
                        .find(change.next().key())
                        .filter(now -> now.revision().equals(change.expected()))
                        .isEmpty())
                .map(change -> change.next().key())
                .findFirst()
                .ifPresent(InMemoryInvitationRepository::refuse);
    }

    private static void refuse(InvitationKey key) {
        throw new PreconditionFailedException(RESOURCE, key.id().value());
    }

    @Override
    public List<Outcome<Invitation>> updateAll(List<Replacement<Invitation>> replacements) {
        return replacements.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> replace(one))))
                .toList();
    }

    private Invitation replace(Replacement<Invitation> change) {
        InvitationKey key = change.next().key();
        Invitation present = rsvp.invitations
                .find(key)
                .orElseThrow(() -> new NotFoundException(RESOURCE, key.id().value()));
        if (!present.revision().equals(change.expected())) {
            refuse(key);
        }
        return rsvp.invitations.replace(change.next(), change.expected(), any -> true);
    }

    @Override
    public List<Invitation> findAll(Set<InvitationKey> keys) {
        return keys.stream().flatMap(key -> rsvp.invitations.find(key).stream()).toList();
    }

    @Override
    public Page<Invitation, InvitationId> list(EventId event, PageRequest<InvitationId> request) {
        return page(event, request, invitation -> true);
    }

    @Override
    public Page<Invitation, InvitationId> list(
            EventId event, ParticipationStatus response, PageRequest<InvitationId> request) {
        return page(
                event,
                request,
                invitation -> !invitation.isWithdrawn() && invitation.answer().response() == response);
    }

    private Page<Invitation, InvitationId> page(
            EventId event, PageRequest<InvitationId> request, Predicate<Invitation> selected) {
        List<Invitation> found = of(event)
                .filter(selected)
                .filter(invitation -> request.after()
                        .map(after -> invitation.key().id().compareTo(after) > 0)
                        .orElse(true))
                .limit(request.limit() + 1L)
                .toList();
        return Page.of(found, request.limit(), invitation -> invitation.key().id());
    }

    @Override
    public List<Invitation> waiting(EventId event, int limit) {
        return waiting(event)
                .sorted(Comparator.comparing(invitation -> invitation.place().orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public int countWaitingBefore(EventId event, long place) {
        return (int) waiting(event)
                .filter(invitation -> invitation.place().orElseThrow() < place)
                .count();
    }

    @Override
    public Page<Invitation, InvitationKey> list(EmailAddress guest, PageRequest<InvitationKey> request) {
        return rsvp.invitations.page(
                request,
                invitation -> !invitation.isWithdrawn()
                        && invitation.guest().email().key().equals(guest.key()));
    }

    @Override
    public Page<Invitation, InvitationKey> list(PageRequest<InvitationKey> request) {
        return rsvp.invitations.page(request, invitation -> true);
    }

    @Override
    public Page<AnswerRecord, Long> history(InvitationKey invitation, PageRequest<Long> request) {
        return rsvp.exclusively(() -> Page.of(
                Optional.ofNullable(rsvp.history.get(invitation)).stream()
                        .flatMap(List::stream)
                        .filter(record -> request.after()
                                .map(after -> record.number() > after)
                                .orElse(true))
                        .sorted(Comparator.comparingLong(AnswerRecord::number))
                        .limit(request.limit() + 1L)
                        .toList(),
                request.limit(),
                AnswerRecord::number));
    }

    @Override
    public boolean hasReply(InvitationKey invitation, String hash) {
        return rsvp.exclusively(() -> Optional.ofNullable(rsvp.history.get(invitation)).stream()
                .flatMap(List::stream)
                .anyMatch(record -> record.replyHash().equals(Optional.of(hash))));
    }

    @Override
    public Page<AnswerRecord, AnswerKey> history(PageRequest<AnswerKey> request) {
        return rsvp.exclusively(() -> Page.of(
                rsvp.history.values().stream()
                        .flatMap(List::stream)
                        .filter(record -> request.after()
                                .map(after -> record.key().compareTo(after) > 0)
                                .orElse(true))
                        .sorted(Comparator.comparing(AnswerRecord::key))
                        .limit(request.limit() + 1L)
                        .toList(),
                request.limit(),
                AnswerRecord::key));
    }

    @Override
    public List<Outcome<Invitation>> restoreAll(List<Invitation> invitations) {
        return invitations.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> rsvp.invitations.restore(one, present -> true))))
                .toList();
    }

    @Override
    public List<Outcome<AnswerRecord>> restoreHistory(List<AnswerRecord> records) {
        return records.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> restore(one))))
                .toList();
    }

    private AnswerRecord restore(AnswerRecord record) {
        List<AnswerRecord> known = rsvp.history.computeIfAbsent(record.invitation(), unknown -> new ArrayList<>());
        Optional<AnswerRecord> present =
                known.stream().filter(one -> one.number() == record.number()).findFirst();
        if (Restoration.isNew("answer", record.key().toString(), record, present)) {
            known.add(record);
        }
        return record;
    }

    private Stream<Invitation> waiting(EventId event) {
        return of(event).filter(invitation -> invitation.place().isPresent());
    }

    private Stream<Invitation> of(EventId event) {
        return StreamSupport.stream(rsvp.invitations.all().spliterator(), false)
                .filter(invitation -> invitation.key().event().equals(event));
    }
}
