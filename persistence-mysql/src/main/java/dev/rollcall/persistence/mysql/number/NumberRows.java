package dev.rollcall.persistence.mysql.number;

import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.persistence.mysql.schema.tables.records.NumbersRecord;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;

/** Numbers as rows. */
final class NumberRows {

    private NumberRows() {}

    static NumbersRecord row(RegisteredNumber number) {
        NumbersRecord row = new NumbersRecord();
        row.setNumber(number.number());
        row.setCreatedAt(number.createdAt());
        row.setRevision(number.revision().count());
        return row;
    }

    static RegisteredNumber number(NumbersRecord row) {
        return StoredValues.read(
                "numbers",
                row.getNumber(),
                () -> new RegisteredNumber(row.getNumber(), new Revision(row.getCreatedAt(), row.getRevision())));
    }
}
