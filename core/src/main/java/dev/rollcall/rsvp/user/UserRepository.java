package dev.rollcall.rsvp.user;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.ConflictException;
import dev.rollcall.port.Adds;
import dev.rollcall.port.FindsAll;
import dev.rollcall.port.Lists;
import dev.rollcall.port.Removes;
import dev.rollcall.port.Restores;
import dev.rollcall.port.Updates;

/**
 * The port of users. Thread-safe; see {@link dev.rollcall.port} for what holds of every port. Ids ({@code user_id}) are unique, and
 * so are the keys of e-mail addresses ({@code email}): what adds, replaces or restores a user fails alone with {@link
 * AlreadyExistsException} where one of them is another user's, and adding names every one of the two that is. To
 * remove a user who organizes events fails alone with {@link ConflictException}.
 */
public interface UserRepository
        extends Adds<User>,
                Updates<User>,
                Removes<UserId>,
                Restores<User>,
                FindsAll<UserId, User>,
                Lists<User, UserId> {

    /**
     * Why a user who organizes events is not removed, in the same words from every store.
     *
     * @param id the user's id
     * @return what to throw
     */
    static ConflictException organizesEvents(UserId id) {
        return new ConflictException(
                "user",
                id.value(),
                "The user '" + id + "' organizes events. Delete these, or give them another organizer, first.");
    }
}
