package dev.rollcall.transfer.codec;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.outbox.OutboxTask;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The portable form of outbox messages. */
public final class OutboxCodec implements RecordCodec<OutboxMessage> {

    /** The codec, which has no state. */
    public OutboxCodec() {}

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public String id(OutboxMessage value) {
        return value.id().value();
    }

    @Override
    public Members write(OutboxMessage message) {
        return new MemberWriter()
                .with("message_id", message.id())
                .with("kind", message.task().name().toLowerCase(Locale.ROOT))
                .with("event_id", message.event())
                .withAny("invitation_id", message.invitation())
                .with("sequence", message.sequence())
                .with("due_at", message.dueAt())
                .with("attempts", message.attempts())
                .ending(message.revision());
    }

    @Override
    public OutboxMessage read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<MessageId> id = in.required("message_id", MessageId::new);
        Optional<OutboxTask> task = in.oneOf("kind", OutboxTask.all(), OutboxTask::name);
        Optional<EventId> event = in.required("event_id", EventId::new);
        Optional<InvitationId> invitation = in.optional("invitation_id", InvitationId::new);
        Optional<Integer> sequence = in.integer("sequence");
        Optional<Instant> dueAt = in.instant("due_at");
        Optional<Integer> attempts = in.integer("attempts");
        Optional<Revision> revision = in.revision();
        in.requireValid();
        return new OutboxMessage(
                id.orElseThrow(),
                task.orElseThrow(),
                event.orElseThrow(),
                invitation,
                sequence.orElseThrow(),
                dueAt.orElseThrow(),
                attempts.orElseThrow(),
                revision.orElseThrow());
    }

    @Override
    public Page<OutboxMessage, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, MessageId::new, ports.outbox()::list);
    }

    @Override
    public List<Outcome<OutboxMessage>> restore(Repositories ports, List<OutboxMessage> values, Instant now) {
        return ports.outbox().restoreAll(values);
    }
}
