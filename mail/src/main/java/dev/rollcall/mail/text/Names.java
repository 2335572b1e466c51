package dev.rollcall.mail.text;

import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.user.User;

/** What people are called, in one line. */
public final class Names {

    private Names() {}

    /**
     * What a user is called.
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
     * What a guest is called.
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
