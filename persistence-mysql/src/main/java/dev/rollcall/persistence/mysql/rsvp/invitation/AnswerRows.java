package dev.rollcall.persistence.mysql.rsvp.invitation;

import static dev.rollcall.persistence.mysql.schema.Tables.ANSWERS;

import dev.rollcall.persistence.mysql.schema.tables.records.AnswersRecord;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What became of answers, as rows. */
final class AnswerRows {

    private AnswerRows() {}

    /** Those of some records that are there. */
    static List<AnswerRecord> find(DSLContext dsl, List<AnswerKey> keys) {
        return dsl.selectFrom(ANSWERS)
                .where(DSL.or(keys.stream()
                        .map(key -> areOf(key.invitation()).and(ANSWERS.NUMBER.eq(key.number())))
                        .toList()))
                .fetch(AnswerRows::record);
    }

    static Condition areOf(InvitationKey invitation) {
        return ANSWERS.EVENT_ID
                .eq(invitation.event().value())
                .and(ANSWERS.INVITATION_ID.eq(invitation.id().value()));
    }

    /** Said so that an index range serves it, which MySQL does not do for a comparison of several columns. */
    static Condition follow(AnswerKey after) {
        String event = after.invitation().event().value();
        String invitation = after.invitation().id().value();
        Condition withinTheEvent = ANSWERS.INVITATION_ID
                .gt(invitation)
                .or(ANSWERS.INVITATION_ID.eq(invitation).and(ANSWERS.NUMBER.gt(after.number())));
        return ANSWERS.EVENT_ID.ge(event).and(ANSWERS.EVENT_ID.gt(event).or(withinTheEvent));
    }

    static AnswersRecord row(AnswerRecord record) {
        AnswersRecord row = new AnswersRecord();
        row.setEventId(record.invitation().event().value());
        row.setInvitationId(record.invitation().id().value());
        row.setNumber(record.number());
        row.setAnsweredAt(record.at());
        row.setChannel(record.channel().name());
        row.setResponseBefore(record.before().response().name());
        row.setPartySizeBefore(record.before().partySize());
        row.setCommentBefore(record.before().comment().orElse(null));
        row.setResponseAfter(record.after().response().name());
        row.setPartySizeAfter(record.after().partySize());
        row.setCommentAfter(record.after().comment().orElse(null));
        row.setStanding(record.standing().name());
        row.setReplyHash(record.replyHash().orElse(null));
        return row;
    }

    static AnswerRecord record(AnswersRecord row) {
        return StoredValues.read(
                "answers",
                row.getEventId() + "/" + row.getInvitationId() + "/" + row.getNumber(),
                () -> new AnswerRecord(
                        new InvitationKey(new EventId(row.getEventId()), new InvitationId(row.getInvitationId())),
                        row.getNumber(),
                        row.getAnsweredAt(),
                        Channel.valueOf(row.getChannel()),
                        new Answer(
                                ParticipationStatus.valueOf(row.getResponseBefore()),
                                row.getPartySizeBefore(),
                                Optional.ofNullable(row.getCommentBefore())),
                        new Answer(
                                ParticipationStatus.valueOf(row.getResponseAfter()),
                                row.getPartySizeAfter(),
                                Optional.ofNullable(row.getCommentAfter())),
                        Standing.valueOf(row.getStanding()),
                        Optional.ofNullable(row.getReplyHash())));
    }
}
