package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.item.ItemBuilder;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.answer.Answer;
import dev.rollcall.rsvp.answer.AnswerKey;
import dev.rollcall.rsvp.answer.AnswerRecord;
import dev.rollcall.rsvp.answer.Channel;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.InvitationKey;
import java.util.List;

/** What became of answers as items. */
public final class AnswerItems {

    private static final String NUMBER = "number";
    private static final String REPLY_HASH = "reply_hash";
    private static final String BEFORE = "_before";
    private static final String AFTER = "_after";

    private AnswerItems() {}

    static Item key(AnswerKey key) {
        return Item.builder()
                .text(InvitationItems.INVITATION_KEY, InvitationItems.text(key.invitation()))
                .number(NUMBER, key.number())
                .build();
    }

    static List<AnswerRecord> answers(List<Item> items) {
        return items.stream().map(AnswerItems::answer).toList();
    }

    /**
     * Returns the record as an item.
     *
     * @param answer the record
     * @return the item
     */
    public static Item item(AnswerRecord answer) {
        ItemBuilder item = Item.builder()
                .text(InvitationItems.INVITATION_KEY, InvitationItems.text(answer.invitation()))
                .number(NUMBER, answer.number())
                .moment("answered_at", answer.at())
                .text("channel", answer.channel().name())
                .text("standing", answer.standing().name())
                .text(REPLY_HASH, answer.replyHash());
        answer(item, answer.before(), BEFORE);
        answer(item, answer.after(), AFTER);
        return item.build();
    }

    static AnswerRecord answer(Item item) {
        return StoredValues.read(
                "answers",
                item.key(InvitationItems.INVITATION_KEY, NUMBER),
                () -> new AnswerRecord(
                        InvitationItems.key(item.text(InvitationItems.INVITATION_KEY)),
                        item.number(NUMBER),
                        item.moment("answered_at"),
                        Channel.valueOf(item.text("channel")),
                        answer(item, BEFORE),
                        answer(item, AFTER),
                        Standing.valueOf(item.text("standing")),
                        item.optionalText(REPLY_HASH)));
    }

    static Expression areTo(InvitationKey invitation) {
        return Expression.of("#invitation_key = :invitation").bind("invitation", InvitationItems.text(invitation));
    }

    static Expression follows(long after) {
        return Expression.of("#number > :after").bind("after", after);
    }

    static Expression isReply(String hash) {
        return Expression.of("#reply_hash = :hash").bind("hash", hash);
    }

    private static void answer(ItemBuilder item, Answer answer, String which) {
        item.text("response" + which, answer.response().name())
                .number("party_size" + which, answer.partySize())
                .text("comment" + which, answer.comment());
    }

    private static Answer answer(Item item, String which) {
        return new Answer(
                ParticipationStatus.valueOf(item.text("response" + which)),
                item.count("party_size" + which),
                item.optionalText("comment" + which));
    }
}
