package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.customer.CustomerId;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.persistence.mysql.engine.Location;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.GuestListWrite;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.testkit.fixture.Invitations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page costs must not grow with the list: every list goes along an index, in its order. */
class ListPlanTest {

    private static final Instant NOW = Instant.parse("2031-01-01T00:00:00Z");

    @TempDir
    Path folder;

    /** The statements of the last calls, with their values. */
    private final List<String> statements = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void everyListShouldGoAlongAnIndex(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        UserId organizer = new UserId("organizer-1");
        try (Store store = Stores.open(settings)) {
            fill(store);
        }
        for (String table : List.of("uuids", "guids", "users", "events", "customer_ids", "numbers")) {
            Stores.query(settings, "ANALYZE TABLE " + table);
        }
        Store open = JooqStore.over(watched(settings));
        open.verify();
        Repositories watched = open.repositories();

        assertPlan(settings, "PRIMARY", () -> watched.uuids().list(page(Fresh.uuid())));
        assertPlan(settings, "PRIMARY", () -> watched.uuids().list(PageRequest.first(20)));
        assertPlan(settings, "PRIMARY", () -> watched.customers().list(page(new CustomerId("customer-500"))));
        assertPlan(settings, "PRIMARY", () -> watched.customers().list(PageRequest.first(20)));
        assertPlan(settings, "PRIMARY", () -> watched.guids().list(page(Fresh.guid()), NOW));
        assertPlan(settings, "PRIMARY", () -> watched.guids().list(PageRequest.first(20), NOW));
        assertPlan(settings, "PRIMARY", () -> watched.users().list(page(new UserId("organizer-2"))));
        assertPlan(settings, "PRIMARY", () -> watched.events().list(page(new EventId("event-500"))));
        assertPlan(
                settings,
                "events_by_organizer",
                () -> watched.events()
                        .list(organizer, page(new EventPosition(NOW.plusSeconds(500), new EventId("event-500")))));
        assertPlan(settings, "events_by_organizer", () -> watched.events().list(organizer, PageRequest.first(20)));
        assertPlan(
                settings, "guids_by_user", () -> watched.guids().list(new GuidUser("user-1"), page(Fresh.guid()), NOW));
        assertPlan(
                settings,
                "guids_by_user",
                () -> watched.guids().list(new GuidUser("user-1"), PageRequest.first(20), NOW));
        assertPlan(settings, "PRIMARY", () -> watched.numbers().list(page(Fresh.number())));
        assertPlan(settings, "PRIMARY", () -> watched.numbers().list(PageRequest.first(20)));
        assertPlan(settings, "guids_by_expiry", () -> watched.guids().removeExpired(NOW.minusSeconds(1), 10));
        assertThat(plan(settings, () -> watched.customers().find(new CustomerId("nobody"))))
                .isNotEqualTo("none");
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void everyGuestListShouldGoAlongAnIndex(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        EmailAddress guest = Fresh.email();
        EventId event = new EventId("event-5");
        try (Store store = Stores.open(settings)) {
            fillGuestLists(store, guest);
        }
        for (String table : List.of("invitations", "answers", "outbox")) {
            Stores.query(settings, "ANALYZE TABLE " + table);
        }
        InvitationKey key = new InvitationKey(event, InvitationId.of(event, guest));
        Store open = JooqStore.over(watched(settings));
        open.verify();
        Repositories watched = open.repositories();

        for (PageRequest<InvitationId> page : List.of(PageRequest.<InvitationId>first(20), page(key.id()))) {
            assertPlan(settings, "PRIMARY", () -> watched.invitations().list(event, page));
            assertPlan(
                    settings,
                    "invitations_by_response",
                    () -> watched.invitations().list(event, ParticipationStatus.ACCEPTED, page));
        }
        for (PageRequest<InvitationKey> page : List.of(PageRequest.<InvitationKey>first(20), page(key))) {
            assertPlan(settings, "PRIMARY", () -> watched.invitations().list(page));
            assertPlan(
                    settings,
                    "invitations_by_email_key",
                    () -> watched.invitations().list(guest, page));
        }
        assertPlan(settings, "invitations_by_place", () -> watched.invitations().waiting(event, 20));
        assertPlan(settings, "invitations_by_place", () -> watched.invitations().countWaitingBefore(event, 30));
        assertPlan(settings, "PRIMARY", () -> watched.invitations().history(key, page(1L)));
        assertPlan(settings, "outbox_by_due", () -> watched.outbox().due(NOW.plusSeconds(100), 20));
        assertPlan(settings, "PRIMARY", () -> watched.outbox().list(page(new MessageId("message"))));
    }

    private void assertPlan(StorageSettings settings, String index, Runnable call) throws SQLException {
        assertThat(plan(settings, call)).isEqualTo(index);
    }

    /** The index of the last statement that a call made; it must not sort. */
    private String plan(StorageSettings settings, Runnable call) throws SQLException {
        statements.clear();
        call.run();
        String statement = statements.getLast();
        Map<String, String> plan = explain(settings, statement);
        String extra = String.valueOf(plan.get("Extra"));
        assertThat(extra).describedAs(statement).doesNotContain("filesort").doesNotContain("temporary");
        return extra.contains("no matching row") ? "const" : String.valueOf(plan.getOrDefault("key", "none"));
    }

    private static Map<String, String> explain(StorageSettings settings, String statement) throws SQLException {
        try (Connection connection = Stores.location(settings).connect();
                var row = connection.createStatement().executeQuery("EXPLAIN " + statement)) {
            row.next();
            Map<String, String> plan = new HashMap<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                plan.put(row.getMetaData().getColumnLabel(i), row.getString(i));
            }
            return plan;
        }
    }

    private static <K> PageRequest<K> page(K after) {
        return PageRequest.<K>first(20).startingAfter(after);
    }

    private static void fill(Store store) {
        List<User> users = IntStream.range(0, 20)
                .mapToObj(i -> Fresh.user(new UserId("organizer-" + i), Fresh.email()))
                .toList();
        store.repositories().users().addAll(users);
        store.repositories()
                .events()
                .addAll(IntStream.range(0, 2000).mapToObj(ListPlanTest::event).toList());
        store.repositories()
                .guids()
                .addAll(
                        IntStream.range(0, 2000)
                                .mapToObj(i -> new GuidRegistration(
                                        Fresh.guid(),
                                        new GuidUser("user-" + i % 50),
                                        new Expiry(NOW.plusSeconds(i + 60)),
                                        Revision.first(NOW)))
                                .toList(),
                        NOW);
        store.repositories()
                .uuids()
                .putAll(IntStream.range(0, 1000).mapToObj(i -> Fresh.uuid()).toList(), NOW);
        store.repositories()
                .customers()
                .putAll(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> new CustomerId("customer-" + i))
                                .toList(),
                        NOW);
        store.repositories()
                .numbers()
                .putAll(IntStream.range(0, 1000).mapToObj(i -> Fresh.number()).toList(), NOW);
    }

    /** Each event has the same guest, of whom some wait; the mails to all of them are queued. */
    private static void fillGuestLists(Store store, EmailAddress guest) {
        store.repositories().users().add(Fresh.user(new UserId("organizer-0"), Fresh.email()));
        for (int i = 0; i < 8; i++) {
            Event event = store.repositories().events().add(event(20 * i, "event-" + i));
            Replacement<Event> same = new Replacement<>(event, event.revision());
            for (int start = 0; start < 450; start += 90) {
                List<Invitation> added = IntStream.range(start, start + 90)
                        .mapToObj(j -> waiting(j, Fresh.invitation(event.id(), j == 0 ? guest : Fresh.email(), NOW)))
                        .toList();
                store.repositories()
                        .invitations()
                        .write(new GuestListWrite(same, added, List.of(), List.of(), List.of()));
            }
            store.repositories()
                    .outbox()
                    .enqueue(IntStream.range(0, 450)
                            .mapToObj(j -> Fresh.message(event.id(), NOW.plusSeconds(j)))
                            .toList());
        }
    }

    private static Invitation waiting(int number, Invitation invitation) {
        return number % 15 == 0 ? Invitations.waiting(number, invitation) : invitation;
    }

    private static Event event(int i) {
        return event(i, "event-" + i);
    }

    private static Event event(int i, String id) {
        EventTime start = EventTime.of(NOW.plusSeconds(i), ZoneOffset.UTC);
        return new Event(
                new EventId(id),
                Fresh.details(new UserId("organizer-" + i % 20), start),
                i + "@rollcall",
                0,
                EventCounts.NONE,
                NOW,
                Revision.first(NOW));
    }

    /** Real connections that tell what is executed on them. */
    private DataSource watched(StorageSettings settings) {
        Location location = Stores.location(settings);
        return Proxies.of(DataSource.class, (method, arguments) -> connection(location.connect()));
    }

    private Connection connection(Connection real) {
        return Proxies.of(Connection.class, (method, arguments) -> {
            Object result = method.invoke(real, arguments);
            return result instanceof PreparedStatement statement ? statement(statement) : result;
        });
    }

    private PreparedStatement statement(PreparedStatement real) {
        return Proxies.of(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                String text = real.toString();
                statements.add(text.substring(text.indexOf(": ") + 2));
            }
            return method.invoke(real, arguments);
        });
    }
}
