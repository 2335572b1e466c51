package dev.rollcall.persistence.mysql.uuid;

import dev.rollcall.persistence.mysql.schema.tables.records.UuidsRecord;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.uuid.UuidRegistration;

/** Registrations as rows. */
final class UuidRows {

    private UuidRows() {}

    static UuidsRecord row(UuidRegistration registration) {
        UuidsRecord row = new UuidsRecord();
        row.setUuid(registration.uuid());
        row.setUpdatedAt(registration.updatedAt());
        row.setCreatedAt(registration.createdAt());
        row.setRevision(registration.revision().count());
        return row;
    }

    static UuidRegistration registration(UuidsRecord row) {
        return StoredValues.read(
                "uuids",
                row.getUuid(),
                () -> new UuidRegistration(
                        row.getUuid(), row.getUpdatedAt(), new Revision(row.getCreatedAt(), row.getRevision())));
    }
}
