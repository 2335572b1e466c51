package dev.rollcall.storage;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import java.util.List;
import java.util.function.Consumer;

/** Brings the schema of one store up to date. Not thread-safe; holds a connection until it is closed. */
public interface SchemaMigration extends AutoCloseable {

    /**
     * Returns the changes that the store does not have yet.
     *
     * @return the names of the changes that {@link #apply} would make, in order; empty where the schema is up to date
     */
    List<String> pending();

    /**
     * Returns the statements that {@link #apply} would run.
     *
     * @return the statements as a script; empty where the schema is up to date
     */
    String script();

    /**
     * Returns the text that starts a comment line of the script.
     *
     * @return the mark; that of SQL unless the script is of another language
     */
    default String commentMark() {
        return "--";
    }

    /**
     * Brings the schema up to date; does nothing where it is. Two at once wait for each other.
     *
     * @param progress receives the name of each change before it is made
     * @return how many changes were made
     */
    int apply(Consumer<String> progress);

    /**
     * Returns what people should look at after the last {@link #apply}.
     *
     * @return a sentence for each, which names a record and no address; mostly none
     */
    default List<String> notes() {
        return List.of();
    }

    /**
     * Returns the statements that {@link #admit} would run.
     *
     * @param users the names of the users, separated by commas; blank for none
     * @return the statements as a script; empty for no users
     * @throws InvalidInputException where the store has no users of its own or does not know a name; the violation names
     *     {@link StorageSettings#USERS_VARIABLE}
     */
    default String admission(String users) {
        refuse(users);
        return "";
    }

    /**
     * Creates the store's users, and grants each what its task needs and nothing else. A user that exists stays, with the
     * other rights that it has. The schema must be up to date.
     *
     * @param users the names of the users, separated by commas; blank for none
     * @throws InvalidInputException where the store has no users of its own, does not know a name, or does not know the way in
     *     which they log in; the violation names {@link StorageSettings#USERS_VARIABLE}
     */
    default void admit(String users) {
        refuse(users);
    }

    /** Gives the connection back. */
    @Override
    void close();

    private static void refuse(String users) {
        if (!users.isBlank()) {
            throw new InvalidInputException(List.of(new Violation(
                    StorageSettings.USERS_VARIABLE,
                    "must not be set for this store, which has no users of its own: only MySQL has. Unset it; on"
                            + " DynamoDB each server's IAM role says what it may")));
        }
    }
}
