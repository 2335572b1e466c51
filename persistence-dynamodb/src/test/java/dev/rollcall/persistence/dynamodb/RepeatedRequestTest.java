package dev.rollcall.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.customer.Customer;
import dev.rollcall.customer.CustomerId;
import dev.rollcall.customer.CustomerRepository;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.ConflictException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.error.PreconditionFailedException;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Put;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every request is sent twice and answered once: no effect is doubled, and every answer is the true one. */
final class RepeatedRequestTest {

    private static final DynamoDbStore STORE =
            Stores.over(WatchedClient.losingEveryFirstAnswer(), Stores.createTables());
    private static final Instant NOW = Fresh.instant();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void uuids() {
        UuidRepository uuids = STORE.repositories().uuids();
        UuidRegistration first = UuidRegistration.first(Fresh.uuid(), NOW);
        UuidRegistration second = first.touched(NOW.plusSeconds(1));

        assertThat(uuids.put(first.uuid(), NOW)).isEqualTo(new Put<>(first, true));
        assertThat(uuids.put(first.uuid(), second.updatedAt())).isEqualTo(new Put<>(second, false));
        assertThat(uuids.put(first.uuid(), NOW)).isEqualTo(new Put<>(second.touched(NOW), false));
        UuidRegistration third = second.touched(NOW);
        assertThat(uuids.update(new Replacement<>(third.touched(NOW), third.revision())))
                .isEqualTo(third.touched(NOW));
        assertThatThrownBy(() -> uuids.update(new Replacement<>(third.touched(NOW), third.revision())))
                .isInstanceOf(PreconditionFailedException.class);
        assertThatThrownBy(() -> uuids.add(first)).isInstanceOf(AlreadyExistsException.class);
        UuidRegistration added = UuidRegistration.first(Fresh.uuid(), NOW);
        assertThat(uuids.add(added)).isEqualTo(added);
    }

    @Test
    void batchesOfUuids() {
        for (int size : new int[] {3, 150}) {
            List<UuidRegistration> batch = Stream.generate(() -> UuidRegistration.first(Fresh.uuid(), NOW))
                    .limit(size)
                    .toList();

            STORE.repositories().uuids().addTogether(batch);

            assertThat(batch)
                    .allSatisfy(one -> assertThat(STORE.repositories().uuids().find(one.uuid()))
                            .contains(one));
            assertThatThrownBy(() -> STORE.repositories().uuids().addTogether(batch))
                    .isInstanceOf(AlreadyExistsException.class);
            UuidRegistration member = batch.getLast();
            assertThat(STORE.repositories().uuids().put(member.uuid(), NOW))
                    .isEqualTo(new Put<>(member.touched(NOW), false));
        }
    }

    @Test
    void guids() {
        GuidRepository guids = STORE.repositories().guids();
        GuidRegistration first = Fresh.guid(Fresh.guidUser(), Fresh.NEVER);
        GuidRegistration second = new GuidRegistration(
                first.guid(), Fresh.guidUser(), Fresh.NEVER, first.revision().next());
        Removal<Guid> removal = new Removal<>(first.guid(), second.revision());

        assertThat(guids.add(first, NOW)).isEqualTo(first);
        assertThat(guids.update(new Replacement<>(second, first.revision()), NOW))
                .isEqualTo(second);
        assertThat(guids.remove(removal, NOW)).isEqualTo(first.guid());
        assertThatThrownBy(() -> guids.remove(removal, NOW)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void usersAndEvents() {
        UserRepository users = STORE.repositories().users();
        EventRepository events = STORE.repositories().events();
        User user = users.add(Fresh.user(NOW));
        User heir = users.add(Fresh.user(NOW));
        User renamed = users.update(new Replacement<>(
                new User(
                        user.id(),
                        user.email(),
                        Optional.empty(),
                        NOW,
                        user.revision().next()),
                user.revision()));
        User moved = users.update(new Replacement<>(
                new User(
                        user.id(),
                        Fresh.email(),
                        Optional.empty(),
                        NOW,
                        renamed.revision().next()),
                renamed.revision()));
        Event first = events.add(Fresh.event(user.id(), NOW));
        Event second = events.update(new Replacement<>(again(first, first), first.revision()));
        Event third = events.update(new Replacement<>(again(second, Fresh.event(heir.id(), NOW)), second.revision()));

        // The counters are right to the last one: they forbid and they allow.
        assertThat(users.find(user.id())).contains(moved);
        assertThat(users.remove(new Removal<>(moved.id(), moved.revision()))).isEqualTo(moved.id());
        assertThatThrownBy(() -> users.remove(new Removal<>(heir.id(), heir.revision())))
                .isInstanceOf(ConflictException.class);
        assertThat(events.remove(new Removal<>(third.id(), third.revision()))).isEqualTo(third.id());
        assertThat(users.remove(new Removal<>(heir.id(), heir.revision()))).isEqualTo(heir.id());
        assertThat(users.add(Fresh.user(Fresh.userId(), user.email())).email()).isEqualTo(user.email());
    }

    @Test
    void customersAndNumbers() {
        CustomerRepository customers = STORE.repositories().customers();
        CustomerId id = Fresh.customerId();
        ExactNumber number = Fresh.number();
        Revision second = Revision.first(NOW).next();
        Customer third = new Customer(id, second.next());

        assertThat(customers.put(id, NOW)).isEqualTo(new Put<>(new Customer(id, Revision.first(NOW)), true));
        assertThat(customers.put(id, NOW)).isEqualTo(new Put<>(new Customer(id, second), false));
        assertThat(customers.update(new Replacement<>(third, second))).isEqualTo(third);
        assertThat(customers.remove(new Removal<>(id, third.revision()))).isEqualTo(id);
        assertThat(STORE.repositories().numbers().put(number, NOW).inserted()).isTrue();
        assertThat(STORE.repositories().numbers().put(number, NOW))
                .isEqualTo(new Put<>(new RegisteredNumber(number, second), false));
    }

    private static Event again(Event event, Event other) {
        return new Event(
                event.id(),
                other.details(),
                event.uid(),
                event.sequence(),
                event.counts(),
                NOW,
                event.revision().next());
    }
}
