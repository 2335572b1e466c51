package dev.rollcall.storage;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Brings the schema of one store up to date. Not thread-safe; holds a connection until it is closed. */
public interface SchemaMigration extends AutoCloseable {

    /**
     * What is missing.
     *
     * @return the names of the changes that {@link #apply} would make, in order; empty where the schema is up to date
     */
    List<String> pending();

    /**
     * What {@link #apply} would run.
     *
     * @return the statements as a script; empty where the schema is up to date
     */
    String script();

    /**
     * What a line of the script begins with that is only for people.
     *
     * @return the mark; that of SQL unless the script is of another language
     */
    default String commentMark() {
        return "--";
    }

    /**
     * Brings the schema up to date; does nothing where it is. Two at once wait for each other.
     *
     * @param progress is told the name of each change before it is made
     * @return how many changes were made
     */
    int apply(Consumer<String> progress);

    /**
     * What the last {@link #apply} met that people should look at.
     *
     * @return a sentence for each, which names a record and no address; mostly none
     */
    default List<String> notes() {
        return List.of();
    }

    /**
     * What {@link #admit} would run.
     *
     * @param users whom to let in
     * @return the statements as a script; empty for nobody
     * @throws dev.rollcall.error.InvalidInputException where the store has no users of its own
     */
    default String admission(Set<StorageUser> users) {
        StorageUser.refuse(users);
        return "";
    }

    /**
     * Lets users in, each at what it needs and at nothing else. Whoever is there already stays, with what it may do besides.
     * To be called when the schema is up to date.
     *
     * @param users whom to let in; nobody for nothing
     * @throws dev.rollcall.error.InvalidInputException where the store has no users of its own, or does not know their kind of login
     */
    default void admit(Set<StorageUser> users) {
        StorageUser.refuse(users);
    }

    /** Gives the connection back. */
    @Override
    void close();
}
