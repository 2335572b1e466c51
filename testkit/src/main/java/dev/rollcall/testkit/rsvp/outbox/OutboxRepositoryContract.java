package dev.rollcall.testkit.rsvp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxRepository;
import dev.rollcall.rsvp.outbox.OutboxTask;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.RestoreThenUpdateContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link OutboxRepository} promises. */
public interface OutboxRepositoryContract
        extends OutboxDueContract, RestoreThenUpdateContract<OutboxMessage, MessageId> {

    /** The other messages of the batch are stored. */
    @Test
    default void enqueueShouldLeaveAStoredMessage() {
        OutboxMessage known = stored();
        OutboxMessage again = storable(known, Fresh.instant());
        List<OutboxMessage> others = List.of(fresh(), fresh());

        outbox().enqueue(List.of(others.getFirst(), again, others.getLast()));

        assertThat(lookUp(known.id())).contains(known);
        assertThat(others).allSatisfy(other -> assertThat(lookUp(other.id())).contains(other));
    }

    /** Its lease is a later revision. */
    @Test
    default void enqueueShouldLeaveALeasedMessage() {
        OutboxMessage known = stored();
        OutboxMessage leased = update(replace(known, successorOf(known)));

        outbox().enqueue(List.of(known));

        assertThat(lookUp(known.id())).contains(leased);
    }

    /** As many as a full event has guests. */
    @Test
    default void enqueueShouldStoreALargeBatch() {
        List<OutboxMessage> messages = storeSome(700);

        assertThat(listed()).containsAll(messages);
    }

    /** An empty batch of any kind changes nothing. */
    @Test
    default void enqueueShouldAcceptNoMessages() {
        outbox().enqueue(List.of());

        assertThat(updateAll(List.of())).isEmpty();
        assertThat(removeAll(List.of())).isEmpty();
    }

    /** Each member comes back as it was, whatever it is. */
    @Test
    default void enqueueShouldKeepEveryMember() {
        List<OutboxMessage> messages = new ArrayList<>();
        EventId event = new EventId(Fresh.word() + Fresh.word());
        for (OutboxTask task : OutboxTask.all()) {
            messages.add(new OutboxMessage(
                    new MessageId(Fresh.word()),
                    task,
                    event,
                    Optional.of(InvitationId.of(event, Fresh.email())),
                    Integer.MAX_VALUE,
                    Fresh.instant(),
                    Integer.MAX_VALUE,
                    new Revision(Fresh.instant(), 3)));
        }
        AWKWARD_MOMENTS.forEach(moment -> messages.add(Fresh.message(event, moment)));
        String word = Fresh.word();
        Stream.of("a", "A", ".", "-", "a".repeat(96), "A".repeat(96))
                .forEach(ending ->
                        messages.add(withId(new MessageId(word + ending), Fresh.message(event, Fresh.instant()))));

        outbox().enqueue(messages);

        assertThat(listed().stream().filter(one -> one.event().equals(event)))
                .containsExactlyInAnyOrderElementsOf(messages);
    }

    private static OutboxMessage storable(OutboxMessage former, Instant createdAt) {
        OutboxMessage message = Fresh.message(new EventId(Fresh.word()), Fresh.instant());
        return new OutboxMessage(
                former.id(),
                message.task(),
                message.event(),
                message.invitation(),
                message.sequence(),
                message.dueAt(),
                message.attempts(),
                Revision.first(createdAt));
    }

    private static OutboxMessage withId(MessageId id, OutboxMessage message) {
        return new OutboxMessage(
                id,
                message.task(),
                message.event(),
                message.invitation(),
                message.sequence(),
                message.dueAt(),
                message.attempts(),
                message.revision());
    }

    private List<OutboxMessage> listed() {
        return Listing.all(outbox()::list, PageRequest.MAX_LIMIT);
    }

    @Override
    default OutboxMessage fresh(Instant createdAt) {
        return storable(Fresh.message(new EventId(Fresh.word()), createdAt), createdAt);
    }

    @Override
    default OutboxMessage store(OutboxMessage thing) {
        outbox().enqueue(List.of(thing));
        return thing;
    }

    @Override
    default OutboxMessage storeAgain(OutboxMessage former, Instant createdAt) {
        return store(storable(former, createdAt));
    }

    @Override
    default OutboxMessage successorOf(OutboxMessage thing) {
        return OutboxDueContract.leased(thing, Fresh.instant());
    }

    @Override
    default String resource() {
        return "message";
    }

    @Override
    default MessageId idOf(OutboxMessage thing) {
        return thing.id();
    }

    @Override
    default MessageId keyOf(OutboxMessage item) {
        return item.id();
    }

    @Override
    default Optional<OutboxMessage> lookUp(MessageId id) {
        return listed().stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** By one listing of all. */
    @Override
    default List<Optional<OutboxMessage>> lookUpAll(List<MessageId> ids) {
        Map<MessageId, OutboxMessage> all =
                listed().stream().collect(Collectors.toMap(OutboxMessage::id, Function.identity()));
        return ids.stream().map(id -> Optional.ofNullable(all.get(id))).toList();
    }

    @Override
    default List<Outcome<OutboxMessage>> restoreAll(List<OutboxMessage> things) {
        return outbox().restoreAll(things);
    }

    @Override
    default OutboxMessage at(Revision revision, OutboxMessage thing) {
        return new OutboxMessage(
                thing.id(),
                thing.task(),
                thing.event(),
                thing.invitation(),
                thing.sequence(),
                thing.dueAt(),
                thing.attempts(),
                revision);
    }

    @Override
    default OutboxMessage update(Replacement<OutboxMessage> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }

    @Override
    default List<Outcome<OutboxMessage>> updateAll(List<Replacement<OutboxMessage>> replacements) {
        return outbox().updateAll(replacements);
    }

    @Override
    default MessageId remove(Removal<MessageId> removal) {
        return removeAll(List.of(removal)).getFirst().orThrow();
    }

    @Override
    default List<Outcome<MessageId>> removeAll(List<Removal<MessageId>> removals) {
        return outbox().removeAll(removals);
    }

    @Override
    default Page<OutboxMessage, MessageId> list(PageRequest<MessageId> request) {
        return outbox().list(request);
    }

    @Override
    default List<OutboxMessage> storeSome(int count) {
        List<OutboxMessage> messages = Stream.generate(this::fresh).limit(count).toList();
        outbox().enqueue(messages);
        return messages;
    }

    @Override
    default void disturb() {
        OutboxMessage passing = stored();
        OutboxMessage leased = update(replace(passing, successorOf(passing)));
        remove(new Removal<>(leased.id(), leased.revision()));
    }
}
