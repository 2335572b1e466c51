package dev.rollcall.memory;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

final class InMemoryOutboxRepository implements OutboxRepository {

    private final InMemoryRsvp rsvp;

    InMemoryOutboxRepository(InMemoryRsvp rsvp) {
        this.rsvp = rsvp;
    }

    @Override
    public List<OutboxMessage> due(Instant now, int limit) {
        return StreamSupport.stream(rsvp.outbox.all().spliterator(), false)
                .filter(message -> !message.dueAt().isAfter(now))
                .sorted(Comparator.comparing(OutboxMessage::dueAt).thenComparing(OutboxMessage::id))
                .limit(limit)
                .toList();
    }

    @Override
    public void enqueue(List<OutboxMessage> messages) {
        messages.forEach(message -> rsvp.outbox.add(message, present -> false));
    }

    @Override
    public List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements) {
        return replacements.stream()
                .map(one -> Outcome.of(
                        () -> rsvp.exclusively(() -> rsvp.outbox.replace(one.next(), one.expected(), present -> true))))
                .toList();
    }

    @Override
    public List<Outcome<MessageId>> removeAll(List<Removal<MessageId>> removals) {
        return removals.stream()
                .map(one -> Outcome.of(
                        () -> rsvp.exclusively(() -> rsvp.outbox.remove(one.id(), one.expected(), present -> true))))
                .toList();
    }

    @Override
    public List<Outcome<OutboxMessage>> restoreAll(List<OutboxMessage> messages) {
        return messages.stream()
                .map(message -> Outcome.of(() -> rsvp.exclusively(() -> rsvp.outbox.restore(message, present -> true))))
                .toList();
    }

    @Override
    public Page<OutboxMessage, MessageId> list(PageRequest<MessageId> request) {
        return rsvp.outbox.page(request, present -> true);
    }
}
