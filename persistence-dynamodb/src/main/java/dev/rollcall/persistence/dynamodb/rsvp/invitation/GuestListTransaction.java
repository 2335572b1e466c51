package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.rsvp.event.EventItems;
import dev.rollcall.persistence.dynamodb.rsvp.outbox.OutboxItems;
import dev.rollcall.persistence.dynamodb.rsvp.user.UserItems;
import dev.rollcall.persistence.dynamodb.table.BatchReads;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.TransactionWrites;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One step of a guest list as one transaction. What it replaces is read just before: without it nobody knows which places of
 * the wait-list are left, which messages are queued already, and whether the event changes hands; and a step that comes too
 * late is refused by the read, at a small part of what the transaction would cost. What changes after the read is found by the
 * transaction's conditions. Not thread-safe; one for each step.
 */
final class GuestListTransaction {

    /** Each but the first follows on a message that came or went since the step was read. */
    private static final int ATTEMPTS = 20;

    private final GuestListTables tables;
    private final GuestListWrite write;
    private final Event event;
    private final Revision expected;

    /** The invitations that are to change, as they are, by which alone it is known which places they leave. */
    private final Map<InvitationKey, Invitation> former = new HashMap<>();

    /** The messages that are queued already. */
    private final Set<MessageId> known = new HashSet<>();

    GuestListTransaction(GuestListTables tables, GuestListWrite write) {
        this.tables = tables;
        this.write = write;
        event = write.event().next();
        expected = write.event().expected();
    }

    Event run() {
        UserId organizer = read();
        for (int count = 0; count < ATTEMPTS; count++) {
            List<Part> parts = parts(organizer);
            List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(
                    tables.events().dynamoDb(), parts.stream().map(Part::write).toList());
            if (attempts.stream().noneMatch(ConditionalWriteResult::isRefused)) {
                return event;
            }
            for (int index = 0; index < parts.size(); index++) {
                if (attempts.get(index).isRefused()) {
                    parts.get(index).refused().accept(attempts.get(index));
                }
            }
        }
        throw new StoreUnavailableException(
                Reason.OVERLOADED,
                "Too many others are changing what has to do with the event '" + event.id()
                        + "' at this moment. Nothing was changed; try again.");
    }

    /** Reads what the step replaces, and whose event it is. */
    private UserId read() {
        Map<ItemTable, List<Item>> found = BatchReads.findTogether(Map.of(
                tables.events(), List.of(EventItems.item(event)),
                tables.invitations(),
                        write.changed().stream()
                                .map(change -> InvitationItems.key(change.next().key()))
                                .toList(),
                // A message to a guest belongs to the step alone; one to the organizer or to all may be queued by many
                // steps.
                tables.outbox(),
                        write.messages().stream()
                                .filter(message -> message.invitation().isEmpty())
                                .map(OutboxItems::item)
                                .toList()));
        Item present = requireEvent(
                found.getOrDefault(tables.events(), List.of()).stream().findFirst());
        found.getOrDefault(tables.invitations(), List.of()).stream()
                .map(InvitationItems::invitation)
                .forEach(invitation -> former.put(invitation.key(), invitation));
        for (Replacement<Invitation> change : write.changed()) {
            InvitationKey key = change.next().key();
            if (Optional.ofNullable(former.get(key))
                    .filter(invitation -> invitation.revision().equals(change.expected()))
                    .isEmpty()) {
                throw moved(key);
            }
        }
        found.getOrDefault(tables.outbox(), List.of()).stream()
                .map(item -> OutboxItems.message(item).id())
                .forEach(known::add);
        return EventItems.organizer(present);
    }

    private Item requireEvent(Optional<Item> present) {
        Item item = present.orElseThrow(
                () -> new NotFoundException("event", event.id().value()));
        if (!item.isAt(expected)) {
            throw new PreconditionFailedException("event", event.id().value());
        }
        return item;
    }

    /** What is written, what has to be told first when it is refused before what may be told later. */
    private List<Part> parts(UserId organizer) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(
                TransactionWrites.put(tables.events(), EventItems.item(event), EventItems.isAt(expected, organizer)),
                refused -> {
                    Item unused = requireEvent(Optional.of(refused.item()).filter(item -> !item.isAbsent()));
                    contradiction(refused);
                }));
        UserId next = event.details().organizerId();
        if (!organizer.equals(next)) {
            parts.add(new Part(counting(next, 1), refused -> {
                throw new NotFoundException("user", next.value());
            }));
            parts.add(new Part(counting(organizer, -1), GuestListTransaction::contradiction));
        }
        write.added().forEach(invitation -> {
            put(parts, invitation, Expression.isAbsent(tables.invitations().keyName()));
            take(parts, invitation);
        });
        write.changed().forEach(change -> change(parts, change));
        write.history()
                .forEach(answer -> parts.add(new Part(
                        TransactionWrites.put(tables.answers(), AnswerItems.item(answer), absent(tables.answers())),
                        GuestListTransaction::contradiction)));
        write.messages().forEach(message -> parts.add(enqueuing(message)));
        return parts;
    }

    private void change(List<Part> parts, Replacement<Invitation> change) {
        Invitation next = change.next();
        Invitation present = Objects.requireNonNull(former.get(next.key()));
        put(parts, next, Expression.isAt(change.expected()));
        if (!present.place().equals(next.place())) {
            present.place().ifPresent(place -> {
                Item item = WaitItems.item(present, place);
                parts.add(new Part(
                        TransactionWrites.remove(
                                tables.waitlist(), tables.waitlist().keyOf(item), present(tables.waitlist())),
                        GuestListTransaction::contradiction));
            });
            take(parts, next);
        }
    }

    private void put(List<Part> parts, Invitation invitation, Expression condition) {
        parts.add(new Part(
                TransactionWrites.put(tables.invitations(), InvitationItems.item(invitation), condition), refused -> {
                    throw moved(invitation.key());
                }));
    }

    /** Takes the place that the invitation has in the wait-list, if any. */
    private void take(List<Part> parts, Invitation invitation) {
        invitation
                .place()
                .ifPresent(place -> parts.add(new Part(
                        TransactionWrites.put(
                                tables.waitlist(), WaitItems.item(invitation, place), absent(tables.waitlist())),
                        GuestListTransaction::contradiction)));
    }

    /** A message that is queued already stays as it is, and is only looked at: it may be gone again by now. */
    private Part enqueuing(OutboxMessage message) {
        MessageId id = message.id();
        return known.contains(id)
                ? new Part(
                        TransactionWrites.check(tables.outbox(), OutboxItems.key(id), present(tables.outbox())),
                        refused -> known.remove(id))
                : new Part(
                        TransactionWrites.put(tables.outbox(), OutboxItems.item(message), absent(tables.outbox())),
                        refused -> known.add(id));
    }

    private TransactWriteItem counting(UserId user, int more) {
        return TransactionWrites.adjust(
                tables.users(), UserItems.key(user), UserItems.organize(more), present(tables.users()));
    }

    private static RollcallException moved(InvitationKey key) {
        return new PreconditionFailedException("invitation", key.id().value());
    }

    private static void contradiction(ConditionalWriteResult refused) {
        ConditionalWriteResult.requireDone(List.of(refused));
    }

    private static Expression absent(ItemTable table) {
        return Expression.isAbsent(table.keyName());
    }

    private static Expression present(ItemTable table) {
        return Expression.isPresent(table.keyName());
    }

    /**
     * A part of the transaction.
     *
     * @param write the write
     * @param refused what to do where its condition does not hold: throws where that rules the step out, else learns from it
     */
    private record Part(TransactWriteItem write, Consumer<ConditionalWriteResult> refused) {}
}
