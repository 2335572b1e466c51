package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.EventDetails;
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
import dev.rollcall.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The portable form of invitations. It holds the secret of the reply address, without which calendars that already have the
 * invitation could no longer reply.
 */
public final class InvitationCodec implements RecordCodec<Invitation> {

    /** The codec, which has no state. */
    public InvitationCodec() {}

    private static final int MAX_REASON = 500;

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public String id(Invitation value) {
        return value.key().toString();
    }

    @Override
    public Members write(Invitation invitation) {
        Guest guest = invitation.guest();
        GuestReply reply = invitation.reply();
        MemberWriter out = new MemberWriter()
                .with("event_id", invitation.key().event())
                .with("invitation_id", invitation.key().id())
                .with("email", guest.email())
                .withAny("name", guest.name())
                .withAny("user_id", guest.user())
                .withAny("party_limit", invitation.partyLimit())
                .withAny("message", invitation.message());
        return AnswerParts.write(out, "", reply.answer())
                .with("standing", reply.standing())
                .withAny("place", reply.place())
                .withAnyMoment("answered_at", reply.answeredAt())
                .with("answered_sequence", reply.answeredSequence())
                .withAnyMoment("reply_stamp", reply.replyStamp())
                .withAny(
                        "foreign_replies",
                        Optional.of(reply.foreignReplies()).filter(any -> !any.equals(ForeignReplies.NONE)))
                .with("reply_token", invitation.links().replyToken().value())
                .with("generation", invitation.links().generation())
                .withAnyMoment("withdrawn_at", invitation.withdrawnAt())
                .with("delivery", invitation.delivery().state())
                .withAny("delivery_reason", invitation.delivery().reason())
                .with("updated_at", invitation.updatedAt())
                .ending(invitation.revision());
    }

    @Override
    public Invitation read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<InvitationKey> key = in.invitation();
        Optional<Guest> guest = guest(in);
        Optional<Integer> limit = in.optional("party_limit", InvitationCodec::partyLimit);
        Optional<String> message = in.optional("message", Invitation.MESSAGE::require);
        Supplier<GuestReply> reply = reply(in);
        Optional<LinkToken> token = in.required("reply_token", LinkToken::new);
        Optional<Integer> generation = in.integer("generation");
        Optional<Instant> withdrawnAt = in.optional("withdrawn_at", Moments::instant);
        Optional<Delivery.State> delivery = in.constant("delivery", Delivery.State.class);
        Optional<String> reason = in.optional("delivery_reason", InvitationCodec::reason);
        Optional<Revision> revision = in.revision();
        Optional<Instant> updatedAt = in.updatedAt(revision);
        in.requireValid();
        return new Invitation(
                key.orElseThrow(),
                guest.orElseThrow(),
                limit,
                message,
                reply.get(),
                new InvitationLinks(token.orElseThrow(), generation.orElseThrow()),
                withdrawnAt,
                new Delivery(delivery.orElseThrow(), reason),
                updatedAt.orElseThrow(),
                revision.orElseThrow());
    }

    private static Optional<Guest> guest(MemberReader in) {
        Optional<EmailAddress> email = in.required("email", EmailAddress::new);
        Optional<UserName> name = in.optional("name", UserName::new);
        Optional<UserId> user = in.optional("user_id", UserId::new);
        return email.map(address -> new Guest(address, name, user));
    }

    /** Reads the members of the reply; the supplier builds it once {@link MemberReader#requireValid} has returned. */
    private static Supplier<GuestReply> reply(MemberReader in) {
        Optional<Answer> answer = AnswerParts.read(in, "");
        Optional<Standing> standing = in.constant("standing", Standing.class);
        Optional<Long> place = in.optional("place", MemberReader::countOf);
        Optional<Instant> answeredAt = in.optional("answered_at", Moments::instant);
        Optional<Integer> sequence = in.integer("answered_sequence");
        Optional<Instant> stamp = in.optional("reply_stamp", Moments::instant);
        Optional<ForeignReplies> foreign = in.optional("foreign_replies", InvitationCodec::foreignReplies);
        return () -> consistent(() -> new GuestReply(
                answer.orElseThrow(),
                standing.orElseThrow(),
                place,
                answeredAt,
                sequence.orElseThrow(),
                stamp,
                foreign.orElse(ForeignReplies.NONE)));
    }

    private static int partyLimit(String text) {
        return EventDetails.requireRange(MemberReader.integerOf(text), 1, EventDetails.MAX_PARTY);
    }

    @Override
    public Page<Invitation, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, InvitationKey::parse, ports.invitations()::list);
    }

    @Override
    public List<Outcome<Invitation>> restore(Repositories ports, List<Invitation> values, Instant now) {
        return ports.invitations().restoreAll(values);
    }

    /** The text of a mail server may hold any character. */
    private static String reason(String text) {
        if (text.codePointCount(0, text.length()) > MAX_REASON) {
            throw new InvalidInputException("must have up to " + MAX_REASON + " characters");
        }
        return text;
    }

    private static ForeignReplies foreignReplies(String text) {
        try {
            return ForeignReplies.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidInputException("must have lines of a time, a blank and an address");
        }
    }

    private static GuestReply consistent(Supplier<GuestReply> members) {
        try {
            return members.get();
        } catch (IllegalArgumentException contradiction) {
            throw new InvalidInputException("has a response, a standing and a place that contradict each other");
        }
    }
}
