package dev.rollcall.persistence.mysql.engine.mysql;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.storage.StorageSettings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A database user for a server with one task, such as a function that serves one feature. It has only the rights for that task,
 * and read which changes the schema has.
 */
enum StorageUser {
    /** For the UUID registry. */
    UUID(Grant.keeping("uuids")),
    /** For GUIDs with metadata. */
    GUID(Grant.all("guids")),
    /** For users, events and their guests. */
    RSVP(
            Grant.all("users"),
            Grant.all("events"),
            Grant.keeping("invitations"),
            new Grant("SELECT, INSERT", "answers"),
            Grant.keeping("outbox"),
            new Grant("SELECT", "answer_links"),
            Grant.keeping("owner_links")),
    /** For sending the messages of the outbox. */
    OUTBOX(
            new Grant("SELECT", "users"),
            new Grant("SELECT, UPDATE", "events"),
            new Grant("SELECT, UPDATE", "invitations"),
            new Grant("INSERT", "answers"),
            Grant.all("outbox"),
            Grant.keeping("answer_links")),
    /** For removing expired GUIDs. */
    SWEEP(new Grant("SELECT, DELETE", "guids")),
    /** For customers. */
    CUSTOMER(Grant.all("customer_ids")),
    /** For numbers. */
    NUMBER(Grant.keeping("numbers")),
    /** For the server's own pages. */
    SERVER;

    @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable.
    private final List<Grant> grants;

    /**
     * The rights of a user on one table.
     *
     * @param privileges the privileges, by MySQL's names
     * @param table the table
     */
    record Grant(String privileges, String table) {

        /** For rows that are never removed. An insert of one that exists becomes an update. */
        static Grant keeping(String table) {
            return new Grant("SELECT, INSERT, UPDATE", table);
        }

        /** For rows that are removed, too. */
        static Grant all(String table) {
            return new Grant("SELECT, INSERT, UPDATE, DELETE", table);
        }
    }

    StorageUser(Grant... own) {
        grants = Stream.concat(Stream.of(new Grant("SELECT", "DATABASECHANGELOG")), Stream.of(own))
                .toList();
    }

    /** Returns the rights that the user needs for its task, and for the check of the schema at the start. */
    List<Grant> grants() {
        return grants;
    }

    /**
     * Reads the names of users.
     *
     * @param value names such as {@code rollcall_uuid,rollcall_server}, or a blank text
     * @return the users; none for a blank text
     * @throws InvalidInputException where a name is unknown; the pointer is {@link StorageSettings#USERS_VARIABLE}
     */
    static Set<StorageUser> parse(String value) {
        Set<StorageUser> users = EnumSet.noneOf(StorageUser.class);
        if (!value.isBlank()) {
            for (String name : value.strip().split(",", -1)) {
                users.add(named(name.strip(), value.strip()));
            }
        }
        return users;
    }

    /** The name that the database knows the user by, such as {@code rollcall_uuid}. */
    @Override
    public String toString() {
        return "rollcall_" + name().toLowerCase(Locale.ROOT);
    }

    private static StorageUser named(String name, String value) {
        return Arrays.stream(values())
                .filter(user -> user.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(List.of(new Violation(
                        StorageSettings.USERS_VARIABLE,
                        "must be a list out of "
                                + Arrays.stream(values())
                                        .map(StorageUser::toString)
                                        .collect(Collectors.joining(", "))
                                + ", not '" + value + "'"))));
    }
}
