package dev.rollcall.mail.text;

import dev.rollcall.rsvp.invitation.Guest;
import dev.rollcall.rsvp.user.User;

/** What people are called, in one line. */
final class Names {

    private Names() {}

    /** A user's name, or where there is none their address. */
    static String of(User user) {
        return user.name()
                .map(name -> SafeText.line(name.value()))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> SafeText.line(user.email().typed()));
    }

    /** A guest's name, or where there is none their address. */
    static String of(Guest guest) {
        return guest.name()
                .map(name -> SafeText.line(name.value()))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> SafeText.line(guest.email().typed()));
    }
}
