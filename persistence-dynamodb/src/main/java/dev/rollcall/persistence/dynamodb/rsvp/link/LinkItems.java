package dev.rollcall.persistence.dynamodb.rsvp.link;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.rsvp.invitation.InvitationItems;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Secret links as items. */
public final class LinkItems {

    private static final String HASH = "hash";
    private static final String SUBJECT = "subject";
    private static final String OWNER_CREATED_AT = "owner_created_at";

    private LinkItems() {}

    /**
     * Returns the link as an item.
     *
     * @param link the link
     * @return the item
     */
    public static Item item(AnswerLink link) {
        return Item.builder()
                .text(HASH, link.hash())
                .text(InvitationItems.INVITATION_KEY, InvitationItems.text(link.invitation()))
                .number("generation", link.generation())
                .build();
    }

    static AnswerLink answerLink(Item item) {
        return StoredValues.read(
                "answer_links",
                item.key(HASH),
                () -> new AnswerLink(
                        item.text(HASH),
                        InvitationItems.key(item.text(InvitationItems.INVITATION_KEY)),
                        item.count("generation")));
    }

    static AttributeValue key(LinkOwner owner) {
        return Attributes.text(owner.subject());
    }

    static Item item(SecretLink link) {
        return Item.builder()
                .put(SUBJECT, key(link.owner()))
                .moment(OWNER_CREATED_AT, link.owner().createdAt())
                .text(HASH, link.hash())
                .build();
    }

    /** Earlier versions stored no moment. Nobody can tell whose such a link is, so it opens nothing. */
    static SecretLink secretLink(Item item) {
        return StoredValues.read("secret_links", item.key(SUBJECT), () -> {
            Instant createdAt = item.optionalMoment(OWNER_CREATED_AT).orElse(LinkOwner.UNKNOWN);
            return new SecretLink(LinkOwner.of(item.text(SUBJECT), createdAt), item.text(HASH));
        });
    }
}
