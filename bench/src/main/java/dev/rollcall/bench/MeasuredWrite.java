package dev.rollcall.bench;

import dev.rollcall.Rollcall;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Repositories;
import dev.rollcall.uuid.UuidGenerator;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidVersion;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One write, through the services and straight on the port. Each adds a thing that was not there. */
enum MeasuredWrite {
    /** Makes a UUID of version 7. */
    UUIDS {
        @Override
        void grouped(Rollcall rollcall) {
            rollcall.uuids().create(UuidVersion.V7);
        }

        @Override
        void single(Repositories ports) {
            ports.uuids().add(UuidRegistration.first(GENERATOR.next(UuidVersion.V7), now()));
        }
    },

    /** Adds a user, which has a second unique key. */
    USERS {
        @Override
        void grouped(Rollcall rollcall) {
            String id = GENERATOR.next(UuidVersion.V7).toString();
            rollcall.users().create(Optional.of(new UserId(id)), address(id), Optional.empty());
        }

        @Override
        void single(Repositories ports) {
            String id = GENERATOR.next(UuidVersion.V7).toString();
            Instant now = now();
            ports.users().add(new User(new UserId(id), address(id), Optional.empty(), now, Revision.first(now)));
        }
    };

    private static final UuidGenerator GENERATOR = new UuidGenerator(InstantSource.system(), new SecureRandom());

    /** The writer gathers what arrives together. */
    abstract void grouped(Rollcall rollcall);

    /** A commit of its own. */
    abstract void single(Repositories ports);

    private static EmailAddress address(String id) {
        return new EmailAddress(id + "@example.org");
    }

    private static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
