package dev.rollcall.transfer.codec;

import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The portable form of answer records. */
public final class AnswerRecordCodec implements RecordCodec<AnswerRecord> {

    /** The codec, which has no state. */
    public AnswerRecordCodec() {}

    private static final String BEFORE = "before_";
    private static final String AFTER = "after_";

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String id(AnswerRecord value) {
        return value.key().toString();
    }

    @Override
    public Members write(AnswerRecord record) {
        MemberWriter out = new MemberWriter()
                .with("event_id", record.invitation().event())
                .with("invitation_id", record.invitation().id())
                .with("number", record.number())
                .with("at", record.at())
                .with("channel", record.channel());
        AnswerParts.write(out, BEFORE, record.before());
        return AnswerParts.write(out, AFTER, record.after())
                .with("standing", record.standing())
                .withAny("reply_hash", record.replyHash())
                .end();
    }

    @Override
    public AnswerRecord read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<InvitationKey> invitation = in.invitation();
        Optional<Long> number = in.required("number", MemberReader::countOf);
        Optional<Instant> at = in.instant("at");
        Optional<Channel> channel = in.constant("channel", Channel.class);
        Optional<Answer> before = AnswerParts.read(in, BEFORE);
        Optional<Answer> after = AnswerParts.read(in, AFTER);
        Optional<Standing> standing = in.constant("standing", Standing.class);
        Optional<String> replyHash = in.optional("reply_hash", MemberReader::hashOf);
        in.requireValid();
        return new AnswerRecord(
                invitation.orElseThrow(),
                number.orElseThrow(),
                at.orElseThrow(),
                channel.orElseThrow(),
                before.orElseThrow(),
                after.orElseThrow(),
                standing.orElseThrow(),
                replyHash);
    }

    @Override
    public Page<AnswerRecord, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, AnswerKey::parse, ports.invitations()::history);
    }

    @Override
    public List<Outcome<AnswerRecord>> restore(Repositories ports, List<AnswerRecord> values, Instant now) {
        return ports.invitations().restoreHistory(values);
    }
}
