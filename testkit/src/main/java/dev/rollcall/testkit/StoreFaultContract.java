package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidChange;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.port.Precondition;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserChange;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserName;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fault.FaultTrial;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.MutableClock;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidVersion;
import dev.rollcall.value.Change;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What callers of every service but that of guest lists get while the store fails must be what is stored. */
interface StoreFaultContract extends StoreContract {

    /** Makes the trial anew for each call that fails. */
    private void underFaults(BiFunction<Rollcall, Instant, FaultTrial<?>> trial) {
        Faults faults = new Faults();
        Instant now = Fresh.futureInstant();
        try (Rollcall rollcall = Rollcall.over(faults.over(store()), new MutableClock(now))) {
            FaultTrial.runAll(faults, () -> trial.apply(rollcall, now));
        }
    }

    /** A user who is created. */
    @Test
    default void aUserWhoIsCreatedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            UserId id = Fresh.userId();
            EmailAddress email = Fresh.email();
            return new FaultTrial<>(
                    () -> rollcall.users().create(Optional.of(id), email, Optional.empty()),
                    () -> repositories().users().find(id),
                    user -> assertThat(repositories().users().find(id)).contains(user),
                    () -> assertThat(repositories().users().find(id)).isPresent());
        });
    }

    /** A user who is changed. */
    @Test
    default void aUserWhoIsChangedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            UserId id = user(rollcall).id();
            UserName name = new UserName("Ann " + Fresh.word());
            return new FaultTrial<>(
                    () -> rollcall.users()
                            .update(id, new UserChange(Change.keep(), Change.set(name)), Precondition.NONE),
                    () -> repositories().users().find(id),
                    user -> assertThat(repositories().users().find(id)).contains(user),
                    () -> assertThat(repositories()
                                    .users()
                                    .find(id)
                                    .orElseThrow()
                                    .name())
                            .contains(name));
        });
    }

    /** A user who is removed. */
    @Test
    default void aUserWhoIsRemovedShouldBeGoneOrNot() {
        underFaults((rollcall, now) -> {
            UserId id = user(rollcall).id();
            return new FaultTrial<>(
                    () -> {
                        rollcall.users().remove(id, Precondition.NONE);
                        return id;
                    },
                    () -> repositories().users().find(id),
                    removed -> {},
                    () -> assertThat(repositories().users().find(id)).isEmpty());
        });
    }

    /** A GUID that is created; what is read of it afterwards is what is stored. */
    @Test
    default void aGuidThatIsCreatedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            Guid guid = Fresh.guid();
            // So that its absence is cached.
            assertThat(isThere(rollcall, guid)).isFalse();
            return new FaultTrial<>(
                    () -> rollcall.guids().create(Optional.of(guid), Fresh.guidUser(), Optional.empty()),
                    () -> stored(rollcall, guid, now),
                    made -> assertThat(rollcall.guids().get(guid)).isEqualTo(made),
                    () -> assertThat(stored(rollcall, guid, now)).isPresent());
        });
    }

    /** A GUID that is changed, and then removed. */
    @Test
    default void aGuidThatIsChangedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            Guid guid = guid(rollcall);
            GuidUser user = Fresh.guidUser();
            return new FaultTrial<>(
                    () -> rollcall.guids()
                            .update(guid, new GuidChange(Change.set(user), Change.keep()), Precondition.NONE),
                    () -> stored(rollcall, guid, now),
                    changed -> assertThat(rollcall.guids().get(guid)).isEqualTo(changed),
                    () -> assertThat(stored(rollcall, guid, now).orElseThrow().user())
                            .isEqualTo(user));
        });
        underFaults((rollcall, now) -> {
            Guid guid = guid(rollcall);
            return new FaultTrial<>(
                    () -> {
                        rollcall.guids().remove(guid, Precondition.NONE);
                        return guid;
                    },
                    () -> stored(rollcall, guid, now),
                    removed -> {},
                    () -> assertThat(stored(rollcall, guid, now)).isEmpty());
        });
    }

    /** A UUID that is touched. */
    @Test
    default void aUuidThatIsTouchedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            Uuid uuid = rollcall.uuids().create(UuidVersion.V7).uuid();
            return new FaultTrial<>(
                    () -> rollcall.uuids().touch(uuid, Precondition.NONE),
                    () -> repositories().uuids().find(uuid),
                    touched -> assertThat(repositories().uuids().find(uuid)).contains(touched),
                    () -> assertThat(repositories()
                                    .uuids()
                                    .find(uuid)
                                    .orElseThrow()
                                    .revision()
                                    .count())
                            .isGreaterThan(1));
        });
    }

    /** A customer who is touched, and then removed. */
    @Test
    default void aCustomerWhoIsChangedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            CustomerId id = customer(rollcall);
            return new FaultTrial<>(
                    () -> rollcall.customers().touch(id, Precondition.NONE),
                    () -> rollcall.customers().find(id),
                    touched -> assertThat(rollcall.customers().find(id)).contains(touched),
                    () -> assertThat(rollcall.customers().get(id).revision().count())
                            .isGreaterThan(1));
        });
        underFaults((rollcall, now) -> {
            CustomerId id = customer(rollcall);
            return new FaultTrial<>(
                    () -> {
                        rollcall.customers().remove(id, Precondition.NONE);
                        return id;
                    },
                    () -> rollcall.customers().find(id),
                    removed -> {},
                    () -> assertThat(rollcall.customers().find(id)).isEmpty());
        });
    }

    /** A number whose write may be made twice: an outcome that is unknown is then found out. */
    @Test
    default void aNumberThatIsPutShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            ExactNumber number = Fresh.number();
            return new FaultTrial<>(
                    () -> rollcall.numbers().put(number),
                    () -> number,
                    put -> assertThat(put.stored().number()).isEqualTo(number),
                    () -> assertThat(rollcall.numbers().put(number).inserted()).isFalse());
        });
    }

    /** A secret link that is replaced: the one before opens the thing until then. */
    @Test
    default void aLinkThatIsReplacedShouldBeStoredOrNot() {
        underFaults((rollcall, now) -> {
            LinkOwner owner = LinkOwner.of(user(rollcall));
            LinkToken before = rollcall.links().issue(owner);
            return new FaultTrial<>(
                    () -> rollcall.links().issue(owner),
                    () -> repositories().links().findSecret(owner),
                    token -> assertThat(rollcall.links().opens(owner, token)).isTrue(),
                    () -> assertThat(rollcall.links().opens(owner, before)).isFalse());
        });
    }

    private static User user(Rollcall rollcall) {
        return rollcall.users().create(Optional.empty(), Fresh.email(), Optional.empty());
    }

    private static Guid guid(Rollcall rollcall) {
        Guid guid = rollcall.guids()
                .create(Optional.empty(), Fresh.guidUser(), Optional.empty())
                .guid();
        // So that it is cached.
        assertThat(isThere(rollcall, guid)).isTrue();
        return guid;
    }

    private static CustomerId customer(Rollcall rollcall) {
        return rollcall.customers().put(Fresh.customerId()).stored().id();
    }

    private static boolean isThere(Rollcall rollcall, Guid guid) {
        try {
            return rollcall.guids().get(guid).guid().equals(guid);
        } catch (NotFoundException absent) {
            return false;
        }
    }

    /** The GUID in the store, which is what the service says of it, too. */
    private Optional<GuidRegistration> stored(Rollcall rollcall, Guid guid, Instant now) {
        Repositories store = repositories();
        Optional<GuidRegistration> stored = store.guids().find(guid, now);
        assertThat(isThere(rollcall, guid)).isEqualTo(stored.isPresent());
        stored.ifPresent(one -> assertThat(rollcall.guids().get(guid)).isEqualTo(one));
        return stored;
    }
}
