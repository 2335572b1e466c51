package dev.rollcall.persistence.mysql.guid;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.persistence.mysql.schema.tables.records.GuidsRecord;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;

/** GUIDs as rows. */
final class GuidRows {

    private GuidRows() {}

    static GuidsRecord row(GuidRegistration registration) {
        GuidsRecord row = new GuidsRecord();
        row.setGuid(registration.guid());
        row.setUserName(registration.user().value());
        row.setExpiresAt(registration.expiry().at());
        row.setCreatedAt(registration.createdAt());
        row.setRevision(registration.revision().count());
        return row;
    }

    static GuidRegistration registration(GuidsRecord row) {
        return StoredValues.read(
                "guids",
                row.getGuid(),
                () -> new GuidRegistration(
                        row.getGuid(),
                        new GuidUser(row.getUserName()),
                        new Expiry(row.getExpiresAt()),
                        new Revision(row.getCreatedAt(), row.getRevision())));
    }
}
