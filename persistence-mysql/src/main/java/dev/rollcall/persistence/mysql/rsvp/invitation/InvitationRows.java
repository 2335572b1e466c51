package dev.rollcall.persistence.mysql.rsvp.invitation;

import static dev.rollcall.persistence.mysql.schema.Tables.INVITATIONS;

import dev.rollcall.persistence.mysql.schema.tables.records.InvitationsRecord;
import dev.rollcall.persistence.mysql.table.Batches;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.ForeignReplies;
import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.invitation.GuestReply;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationLinks;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Maps invitations to rows and back. */
final class InvitationRows {

    private InvitationRows() {}

    static InvitationsRecord row(Invitation invitation) {
        Guest guest = invitation.guest();
        GuestReply reply = invitation.reply();
        Answer answer = reply.answer();
        InvitationsRecord row = new InvitationsRecord();
        row.setEventId(invitation.key().event().value());
        row.setInvitationId(invitation.key().id().value());
        row.setEmail(guest.email().typed());
        row.setEmailKey(guest.email().key());
        row.setName(guest.name().map(UserName::value).orElse(null));
        row.setUserId(guest.user().map(UserId::value).orElse(null));
        row.setPartyLimit(invitation.partyLimit().orElse(null));
        row.setMessage(invitation.message().orElse(null));
        row.setResponse(answer.response().name());
        row.setPartySize(answer.partySize());
        row.setComment(answer.comment().orElse(null));
        row.setStanding(reply.standing().name());
        row.setPlace(reply.place().orElse(null));
        row.setAnsweredAt(reply.answeredAt().orElse(null));
        row.setAnsweredSequence(reply.answeredSequence());
        row.setReplyStamp(reply.replyStamp().orElse(null));
        row.setForeignReplies(
                reply.foreignReplies().equals(ForeignReplies.NONE)
                        ? null
                        : reply.foreignReplies().toString());
        row.setReplyToken(invitation.links().replyToken().value());
        row.setGeneration(invitation.links().generation());
        row.setWithdrawnAt(invitation.withdrawnAt().orElse(null));
        row.setDelivery(invitation.delivery().state().name());
        row.setDeliveryReason(invitation.delivery().reason().orElse(null));
        row.setUpdatedAt(invitation.updatedAt());
        row.setCreatedAt(invitation.createdAt());
        row.setRevision(invitation.revision().count());
        return row;
    }

    static Invitation invitation(InvitationsRecord row) {
        return StoredValues.read(
                "invitations",
                row.getEventId() + "/" + row.getInvitationId(),
                () -> new Invitation(
                        key(row),
                        guest(row),
                        Optional.ofNullable(row.getPartyLimit()),
                        Optional.ofNullable(row.getMessage()),
                        reply(row),
                        new InvitationLinks(new LinkToken(row.getReplyToken()), row.getGeneration()),
                        Optional.ofNullable(row.getWithdrawnAt()),
                        new Delivery(
                                Delivery.State.valueOf(row.getDelivery()),
                                Optional.ofNullable(row.getDeliveryReason())),
                        row.getUpdatedAt(),
                        new Revision(row.getCreatedAt(), row.getRevision())));
    }

    private static Guest guest(InvitationsRecord row) {
        return new Guest(
                new EmailAddress(row.getEmail()),
                Optional.ofNullable(row.getName()).map(UserName::new),
                Optional.ofNullable(row.getUserId()).map(UserId::new));
    }

    private static GuestReply reply(InvitationsRecord row) {
        return new GuestReply(
                new Answer(
                        ParticipationStatus.valueOf(row.getResponse()),
                        row.getPartySize(),
                        Optional.ofNullable(row.getComment())),
                Standing.valueOf(row.getStanding()),
                Optional.ofNullable(row.getPlace()),
                Optional.ofNullable(row.getAnsweredAt()),
                row.getAnsweredSequence(),
                Optional.ofNullable(row.getReplyStamp()),
                Optional.ofNullable(row.getForeignReplies())
                        .map(ForeignReplies::parse)
                        .orElse(ForeignReplies.NONE));
    }

    /** Returns those of some invitations, to any events, that exist. */
    static List<Invitation> find(DSLContext dsl, Collection<InvitationKey> keys) {
        Map<EventId, List<InvitationId>> byEvent = keys.stream()
                .collect(Collectors.groupingBy(
                        InvitationKey::event, Collectors.mapping(InvitationKey::id, Collectors.toList())));
        List<Condition> areToEvents = byEvent.entrySet().stream()
                .map(event -> are(event.getKey(), event.getValue()))
                .toList();
        return Batches.chunks(areToEvents).stream()
                .flatMap(chunk ->
                        dsl.selectFrom(INVITATIONS).where(DSL.or(chunk)).fetch(InvitationRows::invitation).stream())
                .toList();
    }

    static Condition is(InvitationKey key) {
        return are(key.event(), List.of(key.id()));
    }

    static Condition are(EventId event, Collection<InvitationId> ids) {
        return INVITATIONS
                .EVENT_ID
                .eq(event.value())
                .and(INVITATIONS.INVITATION_ID.in(
                        ids.stream().map(InvitationId::value).toList()));
    }

    static Condition isAt(Revision expected) {
        return INVITATIONS.REVISION.eq(expected.count()).and(INVITATIONS.CREATED_AT.eq(expected.createdAt()));
    }

    private static InvitationKey key(InvitationsRecord row) {
        return new InvitationKey(new EventId(row.getEventId()), new InvitationId(row.getInvitationId()));
    }
}
