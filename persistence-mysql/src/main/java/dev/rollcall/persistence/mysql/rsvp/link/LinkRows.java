package dev.rollcall.persistence.mysql.rsvp.link;

import dev.rollcall.persistence.mysql.schema.tables.records.AnswerLinksRecord;
import dev.rollcall.persistence.mysql.schema.tables.records.OwnerLinksRecord;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.AnswerLink;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.SecretLink;

/** Links as rows. */
final class LinkRows {

    private LinkRows() {}

    static AnswerLinksRecord row(AnswerLink link) {
        AnswerLinksRecord row = new AnswerLinksRecord();
        row.setHash(link.hash());
        row.setEventId(link.invitation().event().value());
        row.setInvitationId(link.invitation().id().value());
        row.setGeneration(link.generation());
        return row;
    }

    static AnswerLink answerLink(AnswerLinksRecord row) {
        return StoredValues.read(
                "answer_links",
                row.getHash(),
                () -> new AnswerLink(
                        row.getHash(),
                        new InvitationKey(new EventId(row.getEventId()), new InvitationId(row.getInvitationId())),
                        row.getGeneration()));
    }

    static OwnerLinksRecord row(SecretLink link) {
        LinkOwner owner = link.owner();
        OwnerLinksRecord row = new OwnerLinksRecord();
        row.setSubject(owner.subject());
        switch (owner.type()) {
            case USER -> row.setUserId(owner.id());
            case EVENT -> row.setEventId(owner.id());
        }
        row.setOwnerCreatedAt(owner.createdAt());
        row.setHash(link.hash());
        return row;
    }

    static SecretLink secretLink(OwnerLinksRecord row) {
        return StoredValues.read(
                "owner_links",
                row.getSubject(),
                () -> new SecretLink(LinkOwner.of(row.getSubject(), row.getOwnerCreatedAt()), row.getHash()));
    }
}
