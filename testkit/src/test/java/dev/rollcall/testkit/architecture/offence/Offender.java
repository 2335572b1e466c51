package dev.rollcall.testkit.architecture.offence;

import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.user.UserName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

/** Breaks every rule for code. */
@SuppressWarnings({"JavaUtilDate", "SystemOut", "UnusedVariable"})
public class Offender {

    Instant made = Instant.now();

    private final Object monitor = new Object();

    synchronized long random() {
        return new Random().nextLong() + UUID.randomUUID().hashCode();
    }

    UserName trusted(String input) {
        return StoredValues.trust(() -> new UserName(input));
    }

    InstantSource clock() {
        synchronized (monitor) {
            System.out.println(System.getenv("HOME"));
            return InstantSource.system();
        }
    }
}
