package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.error.ConflictException;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.table.ConditionalWriteResult;
import dev.rollcall.persistence.dynamodb.table.ItemTable;
import dev.rollcall.persistence.dynamodb.table.TransactionWrites;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Restoration;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Takes invitations as they are in another store, each with its place in the wait-list: one request where that stays as it is,
 * as mostly, else one transaction.
 */
final class InvitationRestoration {

    private static final String RESOURCE = "invitation";

    private final ItemTable invitations;
    private final ItemTable waitlist;

    InvitationRestoration(GuestListTables tables) {
        invitations = tables.invitations();
        waitlist = tables.waitlist();
    }

    List<Outcome<Invitation>> all(List<Invitation> given) {
        List<Item> keys =
                given.stream().map(one -> InvitationItems.key(one.key())).toList();
        Map<InvitationKey, Invitation> present = InvitationItems.invitations(invitations.findAll(keys)).stream()
                .collect(Collectors.toMap(Invitation::key, Function.identity()));
        return invitations
                .dynamoDb()
                .each(given, Invitation::key, one -> restore(one, Optional.ofNullable(present.get(one.key()))));
    }

    private Invitation restore(Invitation given, Optional<Invitation> present) {
        InvitationKey key = given.key();
        if (!Restoration.isNeeded(RESOURCE, key.toString(), given, present)) {
            return given;
        }
        Item item = InvitationItems.item(given);
        Expression asRead = present.map(one -> Expression.isAt(one.revision()))
                .orElseGet(() -> Expression.isAbsent(invitations.keyName()));
        ConditionalWriteResult attempt = given.place().equals(present.flatMap(Invitation::place))
                ? invitations.put(item, asRead)
                : move(TransactionWrites.put(invitations, item, asRead), given, present);
        if (attempt.isRefused()) {
            throw new ConflictException(
                    RESOURCE,
                    key.toString(),
                    "The " + RESOURCE + " '" + key + "' was written by somebody else meanwhile.");
        }
        return given;
    }

    /** Writes an invitation with what becomes of its place. */
    private ConditionalWriteResult move(TransactWriteItem invitation, Invitation given, Optional<Invitation> present) {
        List<TransactWriteItem> writes = new ArrayList<>(List.of(invitation));
        present.ifPresent(before -> before.place()
                .ifPresent(place -> writes.add(TransactionWrites.remove(
                        waitlist,
                        waitlist.keyOf(WaitItems.item(before, place)),
                        Expression.isPresent(waitlist.keyName())))));
        given.place()
                .ifPresent(place -> writes.add(TransactionWrites.put(
                        waitlist, WaitItems.item(given, place), Expression.isAbsent(waitlist.keyName()))));
        List<ConditionalWriteResult> attempts = ConditionalWriteResult.ofTransaction(invitations.dynamoDb(), writes);
        if (!attempts.getFirst().isRefused()) {
            ConditionalWriteResult.requireDone(attempts);
        }
        return attempts.getFirst();
    }
}
