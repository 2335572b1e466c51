package dev.rollcall.mail.text;

import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.user.User;

/** The names of people, in one line. */
public final class Names {

    private Names() {}

    /**
     * Returns the name of a user.
     *
     * @param user the user
     * @return the name, or the address of a user without one
     */
    public static String of(User user) {
        return user.name()
                .map(name -> SafeText.line(name.value()))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> SafeText.line(user.email().typed()));
    }

    /**
     * Returns the name of a guest.
     *
     * @param guest the guest
     * @return the name, or the address of a guest without one
     */
    public static String of(Guest guest) {
        return guest.name()
                .map(name -> SafeText.line(name.value()))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> SafeText.line(guest.email().typed()));
    }
}
