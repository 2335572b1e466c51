package dev.rollcall.persistence.mysql.rsvp.user;

import dev.rollcall.persistence.mysql.schema.tables.records.UsersRecord;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import java.util.Optional;

/** Users as rows. */
final class UserRows {

    private UserRows() {}

    static UsersRecord row(User user) {
        UsersRecord row = new UsersRecord();
        row.setUserId(user.id().value());
        row.setEmail(user.email().typed());
        row.setEmailKey(user.email().key());
        row.setName(user.name().map(UserName::value).orElse(null));
        row.setUpdatedAt(user.updatedAt());
        row.setCreatedAt(user.createdAt());
        row.setRevision(user.revision().count());
        return row;
    }

    static User user(UsersRecord row) {
        return StoredValues.read(
                "users",
                row.getUserId(),
                () -> new User(
                        new UserId(row.getUserId()),
                        new EmailAddress(row.getEmail()),
                        Optional.ofNullable(row.getName()).map(UserName::new),
                        row.getUpdatedAt(),
                        new Revision(row.getCreatedAt(), row.getRevision())));
    }
}
