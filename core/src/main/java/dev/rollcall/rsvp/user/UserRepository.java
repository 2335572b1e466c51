package dev.rollcall.rsvp.user;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.ConflictException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import java.util.List;
import java.util.Optional;

/**
 * Where users are kept. Ids are unique, and so are the keys of e-mail addresses. Thread-safe. Of a batch each item is
 * written as a whole or not at all and has an outcome of its own, in the order of the items; the batch is one commit where
 * the store can make it one. A method that throws has stored nothing, unless it says that the outcome is unknown. Every
 * method may throw {@link dev.rollcall.error.StoreUnavailableException} and {@link dev.rollcall.error.StoreFailureException}.
 */
public interface UserRepository {

    /**
     * Adds users; each whose id ({@code user_id}) or address ({@code email}) is taken fails alone with {@link
     * AlreadyExistsException}, which names every one of the two that is.
     *
     * @param users what to add, each at its first revision
     * @return what was stored, item by item
     */
    List<Outcome<User>> addAll(List<User> users);

    /**
     * Replaces users that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, {@link NotFoundException} where there is none, or {@link AlreadyExistsException} where
     * the new address is another user's.
     *
     * @param replacements what to store in place of what
     * @return what is stored now, item by item
     */
    List<Outcome<User>> updateAll(List<Replacement<User>> replacements);

    /**
     * Removes users that are still at the revision expected; each other fails alone with {@link
     * PreconditionFailedException}, {@link NotFoundException} where there is none, or {@link ConflictException} where the
     * user organizes events.
     *
     * @param removals which ones
     * @return the ids that were removed, item by item
     */
    List<Outcome<UserId>> removeAll(List<Removal<UserId>> removals);

    /**
     * Stores users exactly as they are in another store, revisions included, by the rule of {@link
     * dev.rollcall.port.Restoration}; each that breaks it fails alone with {@link dev.rollcall.error.ConflictException}, or with {@link
     * AlreadyExistsException} where its address is another user's. Each is
     * written as a whole or not at all, and may be given again. Meant for a store to which nobody else writes meanwhile.
     *
     * @param users what to store, each id once
     * @return what is stored now, item by item
     */
    List<Outcome<User>> restoreAll(List<User> users);

    /**
     * Looks a user up.
     *
     * @param id which one
     * @return the user; empty where there is none
     */
    Optional<User> find(UserId id);

    /**
     * Lists all users in an order that is stable but need not be that of the ids. One that is there throughout is listed
     * exactly once, whatever is written meanwhile.
     *
     * @param request which part
     * @return the page
     */
    Page<User, UserId> list(PageRequest<UserId> request);

    /**
     * Adds one user.
     *
     * @param user what to add, at its first revision
     * @return what was stored
     * @throws AlreadyExistsException where the id or the address is taken
     */
    default User add(User user) {
        return addAll(List.of(user)).getFirst().orThrow();
    }

    /**
     * Replaces one user.
     *
     * @param replacement what to store in place of what
     * @return what is stored now
     * @throws PreconditionFailedException where the user is at another revision
     * @throws NotFoundException where there is none
     * @throws AlreadyExistsException where the new address is another user's
     */
    default User update(Replacement<User> replacement) {
        return updateAll(List.of(replacement)).getFirst().orThrow();
    }

    /**
     * Removes one user.
     *
     * @param removal which one
     * @return the id
     * @throws PreconditionFailedException where the user is at another revision
     * @throws NotFoundException where there is none
     * @throws ConflictException where the user organizes events
     */
    default UserId remove(Removal<UserId> removal) {
        return removeAll(List.of(removal)).getFirst().orThrow();
    }

    /**
     * Why a user who organizes events is not removed, in the same words from every store.
     *
     * @param id which user
     * @return what to throw
     */
    static ConflictException organizesEvents(UserId id) {
        return new ConflictException(
                "user",
                id.value(),
                "The user '" + id + "' organizes events. Delete these, or give them another organizer, first.");
    }
}
