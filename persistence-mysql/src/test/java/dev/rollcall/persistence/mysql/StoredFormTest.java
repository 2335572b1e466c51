package dev.rollcall.persistence.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.number.ExactNumber;
import dev.rollcall.persistence.mysql.Stores.Backend;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.fixture.Fresh;
import dev.rollcall.uuid.Uuid;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies in the database beneath the ports: other programs may read it, and a driver may not have changed it. */
class StoredFormTest {

    @TempDir
    Path folder;

    /** The tests' own premise: in this zone 02:30 on this day never was, in the hour that some drivers make of it. */
    @Test
    void theZoneShouldHaveAGap() {
        assertThat(TimeZone.getDefault()
                        .toZoneId()
                        .getRules()
                        .getValidOffsets(LocalDateTime.parse("2031-03-09T02:30:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aMomentShouldBeStoredInUtcInAnyZone(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        Instant inTheGap = Instant.parse("2031-03-09T02:30:00.123456Z");
        Instant round = Instant.parse("2031-11-02T01:30:00Z");
        try (Store store = Stores.open(settings)) {
            for (Instant moment : List.of(inTheGap, round)) {
                Uuid uuid = Fresh.uuid();

                assertThat(store.repositories()
                                .uuids()
                                .put(uuid, moment)
                                .stored()
                                .updatedAt())
                        .isEqualTo(moment);
                assertThat(store.repositories().uuids().find(uuid).orElseThrow().createdAt())
                        .isEqualTo(moment);
            }
        }
        List<List<String>> expected = backend == Backend.SQLITE
                ? List.of(List.of("2031-03-09T02:30:00.123456Z"), List.of("2031-11-02T01:30:00.000000Z"))
                : List.of(List.of("2031-03-09 02:30:00.123456"), List.of("2031-11-02 01:30:00.000000"));
        assertThat(Stores.query(settings, "SELECT CAST(created_at AS CHAR(32)) FROM uuids ORDER BY created_at"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aWallTimeShouldBeStoredAsTheWallShowsIt(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        // It is in Berlin, where nobody leaps at that hour; in the zone of the tests it does not exist.
        EventTime start = EventTime.of(LocalDateTime.parse("2031-03-09T02:30:00"), ZoneId.of("Europe/Berlin"));
        UserId organizer = Fresh.userId();
        Instant now = Fresh.instant();
        EventId id = new EventId("gap");
        try (Store store = Stores.open(settings)) {
            store.repositories().users().add(Fresh.user(organizer, Fresh.email()));
            store.repositories()
                    .events()
                    .add(new Event(
                            id,
                            Fresh.details(organizer, start),
                            "gap@rollcall",
                            0,
                            EventCounts.NONE,
                            now,
                            Revision.first(now)));

            assertThat(store.repositories()
                            .events()
                            .find(id)
                            .orElseThrow()
                            .details()
                            .startsAt())
                    .isEqualTo(start);
        }
        List<String> expected = backend == Backend.SQLITE
                ? List.of("2031-03-09T02:30:00.000000", "2031-03-09T01:30:00.000000Z")
                : List.of("2031-03-09 02:30:00.000000", "2031-03-09 01:30:00.000000");
        assertThat(Stores.query(
                        settings, "SELECT CAST(starts_wall AS CHAR(32)), CAST(starts_at AS CHAR(32)) FROM events"))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyOf128BitsShouldBeItsBytes(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        Uuid uuid = Uuid.parse("0190163d-8694-739b-aea5-966c26f8ad91");
        Guid guid = Guid.parse("9094E4C980C74043A4B586B420E69DDF");
        Instant now = Fresh.instant();
        try (Store store = Stores.open(settings)) {
            store.repositories().uuids().put(uuid, now);
            store.repositories()
                    .guids()
                    .add(new GuidRegistration(guid, new GuidUser("ann"), Fresh.NEVER, Revision.first(now)), now);
        }
        assertThat(Stores.query(settings, "SELECT HEX(uuid) FROM uuids"))
                .containsExactly(List.of("0190163D8694739BAEA5966C26F8AD91"));
        assertThat(Stores.query(settings, "SELECT HEX(guid) FROM guids"))
                .containsExactly(List.of("9094E4C980C74043A4B586B420E69DDF"));
    }

    @ParameterizedTest
    @EnumSource
    void aNumberShouldBeExact(Backend backend) throws SQLException {
        StorageSettings settings = backend.fresh(folder);
        ExactNumber number = ExactNumber.parse("-1234567890123456789012345678.0123456789");
        try (Store store = Stores.open(settings)) {
            store.repositories().numbers().put(number, Fresh.instant());
        }
        assertThat(Stores.query(settings, "SELECT number FROM numbers")).containsExactly(List.of(number.toString()));
    }

    /** MySQL's and MariaDB's collations but for a few pad a shorter text with spaces before they compare it. */
    @ParameterizedTest
    @EnumSource
    void aUserShouldBeNobodyElse(Backend backend) {
        StorageSettings settings = backend.fresh(folder);
        List<GuidUser> users = List.of(
                new GuidUser("ann"),
                new GuidUser("ann "),
                new GuidUser(" ann"),
                new GuidUser("Ann"),
                new GuidUser("änn"));
        Instant now = Fresh.instant();
        try (Store store = Stores.open(settings)) {
            for (GuidUser user : users) {
                store.repositories().guids().add(Fresh.guid(user, new Expiry(now.plusSeconds(60))), now);
            }

            assertThat(users)
                    .allSatisfy(user -> assertThat(store.repositories()
                                    .guids()
                                    .list(user, PageRequest.first(10), now)
                                    .items())
                            .map(GuidRegistration::user)
                            .containsExactly(user));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStoredShouldSurviveTheStore(Backend backend) {
        StorageSettings settings = backend.fresh(folder);
        Uuid uuid = Fresh.uuid();
        Instant now = Fresh.instant();
        try (Store store = Stores.open(settings)) {
            store.repositories().uuids().put(uuid, now);
        }
        try (Store store = Stores.open(settings)) {
            assertThat(store.repositories().uuids().put(uuid, now.plusSeconds(1)))
                    .satisfies(put -> assertThat(put.inserted()).isFalse())
                    .satisfies(put -> assertThat(put.stored().createdAt()).isEqualTo(now));
        }
    }
}
