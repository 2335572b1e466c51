package dev.rollcall.storage;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a server logs in as that has one task, such as serving one of the five systems, and may do no more than that takes. */
public enum StorageUser {
    /** For the UUID registry. */
    UUID,
    /** For GUIDs with metadata. */
    GUID,
    /** For users, events and their guests. */
    RSVP,
    /** For sending what is owed to guests and organizers. */
    OUTBOX,
    /** For removing expired GUIDs. */
    SWEEP,
    /** For customers. */
    CUSTOMER,
    /** For numbers. */
    NUMBER,
    /** For the server's own pages. */
    SERVER;

    /** The variable that lists the users whom a migration lets in. */
    public static final String VARIABLE = "ROLLCALL_STORAGE_USERS";

    /**
     * Reads which users to let in: names such as {@code rollcall_uuid,rollcall_server}.
     *
     * @param environment the variables by name
     * @return the users; none where the variable is unset or blank
     * @throws InvalidInputException where the variable holds anything else; the pointer is its name
     */
    public static Set<StorageUser> fromEnvironment(Map<String, String> environment) {
        Set<StorageUser> users = EnumSet.noneOf(StorageUser.class);
        String value = environment.getOrDefault(VARIABLE, "").strip();
        if (!value.isEmpty()) {
            for (String name : value.split(",", -1)) {
                users.add(named(name.strip(), value));
            }
        }
        return users;
    }

    /** The name that the store knows the user by, such as {@code rollcall_uuid}. */
    @Override
    public String toString() {
        return "rollcall_" + name().toLowerCase(Locale.ROOT);
    }

    private static StorageUser named(String name, String value) {
        return Arrays.stream(values())
                .filter(user -> user.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("must be a list out of "
                        + Arrays.stream(values()).map(StorageUser::toString).collect(Collectors.joining(", "))
                        + ", not '" + value + "'"));
    }

    /** What a store says that knows no users. */
    static void refuse(Set<StorageUser> users) {
        if (!users.isEmpty()) {
            throw invalid("must not be set for this store, which has no users of its own: only MySQL has. Unset it; on"
                    + " DynamoDB each server's IAM role says what it may");
        }
    }

    private static InvalidInputException invalid(String detail) {
        return new InvalidInputException(List.of(new Violation(VARIABLE, detail)));
    }
}
