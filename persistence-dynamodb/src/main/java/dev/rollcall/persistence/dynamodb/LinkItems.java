package dev.rollcall.persistence.dynamodb;

import dev.rollcall.rsvp.AnswerLink;
import dev.rollcall.rsvp.SecretLink;

/** Secret links as items. */
final class LinkItems {

    private static final String HASH = "hash";
    private static final String SUBJECT = "subject";

    private LinkItems() {}

    static Item item(AnswerLink link) {
        return Item.builder()
                .text(HASH, link.hash())
                .text(InvitationItems.INVITATION_KEY, InvitationItems.text(link.invitation()))
                .number("generation", link.generation())
                .build();
    }

    static AnswerLink answerLink(Item item) {
        return new AnswerLink(
                item.text(HASH),
                InvitationItems.key(item.text(InvitationItems.INVITATION_KEY)),
                item.count("generation"));
    }

    static Item item(SecretLink link) {
        return Item.builder()
                .text(SUBJECT, link.subject())
                .text(HASH, link.hash())
                .build();
    }

    static SecretLink secretLink(Item item) {
        return new SecretLink(item.text(SUBJECT), item.text(HASH));
    }
}
