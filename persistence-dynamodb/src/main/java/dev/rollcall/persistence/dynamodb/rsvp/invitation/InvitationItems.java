package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.item.ItemBuilder;
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
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Invitations as items. The attribute {@code invitation_key} is both parts of the key as one text, whose order is that of the
 * keys: what stands between them comes before every character of an event's id. The attribute {@code guest_key} is there
 * while the invitation stands, and with it the item is in the index.
 */
public final class InvitationItems {

    static final String EVENT_ID = "event_id";
    static final String INVITATION_ID = "invitation_id";

    /** The attribute with both parts of the key of an invitation as one text. */
    public static final String INVITATION_KEY = "invitation_key";

    private static final char BETWEEN = '#';

    private InvitationItems() {}

    /**
     * Returns the key of an invitation.
     *
     * @param key the key
     * @return an item that has the attributes of the key alone
     */
    public static Item key(InvitationKey key) {
        return Item.builder()
                .text(EVENT_ID, key.event().value())
                .text(INVITATION_ID, key.id().value())
                .build();
    }

    static InvitationId id(AttributeValue value) {
        return StoredValues.read("invitations", value, () -> new InvitationId(value.s()));
    }

    /**
     * Returns both parts of the key of an invitation as one text.
     *
     * @param key the key
     * @return the text
     */
    public static String text(InvitationKey key) {
        return key.event().value() + BETWEEN + key.id();
    }

    /**
     * Reads what {@link #text} returns.
     *
     * @param text the text
     * @return the key
     */
    public static InvitationKey key(String text) {
        int between = text.indexOf(BETWEEN);
        return new InvitationKey(
                new EventId(text.substring(0, between)), new InvitationId(text.substring(between + 1)));
    }

    /**
     * Returns the invitation as an item.
     *
     * @param invitation the invitation
     * @return the item
     */
    public static Item item(Invitation invitation) {
        InvitationKey key = invitation.key();
        Guest guest = invitation.guest();
        GuestReply reply = invitation.reply();
        Answer answer = reply.answer();
        ItemBuilder item = Item.builder()
                .text(EVENT_ID, key.event().value())
                .text(INVITATION_ID, key.id().value())
                .text(INVITATION_KEY, text(key))
                .text("email", guest.email().typed())
                .text("name", guest.name().map(UserName::value))
                .text("user_id", guest.user().map(UserId::value))
                .number("party_limit", invitation.partyLimit())
                .text("message", invitation.message())
                .text("response", answer.response().name())
                .number("party_size", answer.partySize())
                .text("comment", answer.comment())
                .text("standing", reply.standing().name())
                .moment("answered_at", reply.answeredAt())
                .number("answered_sequence", reply.answeredSequence())
                .moment("reply_stamp", reply.replyStamp())
                .text(
                        "foreign_replies",
                        Optional.of(reply.foreignReplies())
                                .filter(any -> !any.equals(ForeignReplies.NONE))
                                .map(ForeignReplies::toString))
                .text("reply_token", invitation.links().replyToken().value())
                .number("generation", invitation.links().generation())
                .moment("withdrawn_at", invitation.withdrawnAt())
                .text("delivery", invitation.delivery().state().name())
                .text("delivery_reason", invitation.delivery().reason())
                .moment(Item.UPDATED_AT, invitation.updatedAt())
                .revision(invitation.revision());
        reply.place().ifPresent(place -> item.number("place", place));
        if (!invitation.isWithdrawn()) {
            item.text("guest_key", guest.email().key());
        }
        return item.build();
    }

    static Invitation invitation(Item item) {
        return StoredValues.read(
                "invitations",
                item.key(EVENT_ID, INVITATION_ID),
                () -> new Invitation(
                        new InvitationKey(new EventId(item.text(EVENT_ID)), id(item.value(INVITATION_ID))),
                        guest(item),
                        item.optionalCount("party_limit"),
                        item.optionalText("message"),
                        reply(item),
                        new InvitationLinks(new LinkToken(item.text("reply_token")), item.count("generation")),
                        item.optionalMoment("withdrawn_at"),
                        new Delivery(
                                Delivery.State.valueOf(item.text("delivery")), item.optionalText("delivery_reason")),
                        item.moment(Item.UPDATED_AT),
                        item.revision()));
    }

    private static Guest guest(Item item) {
        return new Guest(
                new EmailAddress(item.text("email")),
                item.optionalText("name").map(UserName::new),
                item.optionalText("user_id").map(UserId::new));
    }

    private static GuestReply reply(Item item) {
        return new GuestReply(
                new Answer(
                        ParticipationStatus.valueOf(item.text("response")),
                        item.count("party_size"),
                        item.optionalText("comment")),
                Standing.valueOf(item.text("standing")),
                item.optionalNumber("place"),
                item.optionalMoment("answered_at"),
                item.count("answered_sequence"),
                item.optionalMoment("reply_stamp"),
                item.optionalText("foreign_replies").map(ForeignReplies::parse).orElse(ForeignReplies.NONE));
    }

    static List<Invitation> invitations(List<Item> items) {
        return items.stream().map(InvitationItems::invitation).toList();
    }

    static Expression isTo(EventId event) {
        return Expression.of("#event_id = :event").bind("event", event.value());
    }

    static Expression follows(InvitationId after) {
        return Expression.of("#invitation_id > :after").bind("after", after.value());
    }

    static Expression belongsTo(EmailAddress guest) {
        return Expression.of("#guest_key = :guest").bind("guest", guest.key());
    }

    static Expression follows(InvitationKey after) {
        return Expression.of("#invitation_key > :after").bind("after", text(after));
    }

    static Expression standsWith(ParticipationStatus response) {
        return Expression.of("#response = :response AND attribute_not_exists(#withdrawn_at)")
                .bind("response", response.name());
    }
}
