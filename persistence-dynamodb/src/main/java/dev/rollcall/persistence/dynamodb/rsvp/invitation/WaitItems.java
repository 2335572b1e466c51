package dev.rollcall.persistence.dynamodb.rsvp.invitation;

import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Invitation;
import java.util.Locale;

/**
 * Places in wait-lists as items. The attribute {@code position} is the place with all its digits, so that the order of the
 * texts is that of the places, and whose place it is.
 */
public final class WaitItems {

    private static final String POSITION = "position";

    private WaitItems() {}

    /**
     * Returns a place in a wait-list as an item.
     *
     * @param invitation the invitation that has the place
     * @param place the place
     * @return the item
     */
    public static Item item(Invitation invitation, long place) {
        InvitationKey key = invitation.key();
        return Item.builder()
                .text(InvitationItems.EVENT_ID, key.event().value())
                .text(POSITION, digits(place) + "#" + key.id())
                .text(InvitationItems.INVITATION_ID, key.id().value())
                .number("place", place)
                .build();
    }

    static InvitationKey key(Item item) {
        return StoredValues.read(
                "waitlist",
                item.key(InvitationItems.EVENT_ID, POSITION),
                () -> new InvitationKey(
                        new EventId(item.text(InvitationItems.EVENT_ID)),
                        InvitationItems.id(item.value(InvitationItems.INVITATION_ID))));
    }

    static long place(Item item) {
        return item.number("place");
    }

    static Expression comesBefore(long place) {
        return Expression.of("#position < :place").bind("place", digits(place));
    }

    private static String digits(long place) {
        return String.format(Locale.ROOT, "%019d", place);
    }
}
