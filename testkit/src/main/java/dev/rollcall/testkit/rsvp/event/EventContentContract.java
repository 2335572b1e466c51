package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An event comes back with everything that it was stored with. */
interface EventContentContract extends EventContract {

    @Test
    default void addShouldKeepEveryMember() {
        UserId organizer = organizer();
        EventZone zone = EventZone.of("America/Argentina/ComodRivadavia");
        EventTime start = EventTime.of(Instant.parse("2031-05-01T18:00:00.123456Z"), zone.id());
        Event full = event(Events.full(organizer, zone, start, "Début 😀", "Zeile\r\n\tzwei\n"));
        Event bare = event(Fresh.details(organizer, start));

        assertThat(addAll(List.of(full, bare))).map(Outcomes::success).containsExactly(full, bare);
        assertThat(lookUp(full.id())).contains(full);
        assertThat(lookUp(bare.id())).contains(bare);
    }

    @Test
    default void updateShouldSetAndClearEveryMember() {
        UserId organizer = organizer();
        EventZone zone = EventZone.of("Asia/Kolkata");
        EventTime start = EventTime.of(Instant.parse("2031-05-01T18:00:00.000001Z"), zone.id());
        EventDetails full = Events.full(organizer, zone, start, "Title", "Text");
        Event bare = add(event(Fresh.details(organizer, start)));

        Event filled = update(replace(bare, Events.with(full, bare)));
        assertThat(filled.details()).isEqualTo(full);
        assertThat(lookUp(bare.id())).contains(filled);

        Event emptied = update(replace(filled, Events.with(bare.details(), filled)));
        assertThat(emptied.details()).isEqualTo(bare.details());
        assertThat(emptied.sequence()).isEqualTo(2);
        assertThat(lookUp(bare.id())).contains(emptied);
    }

    @Test
    default void addShouldKeepTheLongestTextsAndTheEmpty() {
        UserId organizer = organizer();
        EventTime start = EventTime.of(Fresh.instant(), EventZone.UTC.id());
        List<Event> events = Stream.of(
                        texts(organizer, start, "😀".repeat(200), "😀".repeat(10_000), "😀".repeat(500)),
                        texts(organizer, start, " ", "", ""),
                        texts(organizer, start, "' \" \\ % _ ", "\\n\n\t\r ", " "))
                .map(EventContentContract::event)
                .toList();

        assertThat(addAll(events)).map(Outcomes::success).isEqualTo(events);
        assertThat(events).allSatisfy(event -> assertThat(lookUp(event.id())).contains(event));
    }

    @Test
    default void addShouldKeepTheBoundsOfEveryNumber() {
        UserId organizer = organizer();
        EventTime start = EventTime.of(Fresh.instant(), EventZone.UTC.id());
        List<Event> events = Stream.of(numbers(organizer, start, 0, 1), numbers(organizer, start, 1_000_000, 1_000))
                .map(EventContentContract::event)
                .toList();

        assertThat(addAll(events)).map(Outcomes::success).isEqualTo(events);
        assertThat(events).allSatisfy(event -> assertThat(lookUp(event.id())).contains(event));
    }

    @Test
    default void addShouldKeepWallTimesAndInstantsToTheMicrosecond() {
        UserId organizer = organizer();
        List<Event> events = Stream.of(
                        // Wall times that the zone of this process leaps over or has twice, in zones that don't.
                        EventTime.of(LocalDateTime.parse("2031-03-09T02:30:00.000001"), EventZone.UTC.id()),
                        EventTime.of(
                                LocalDateTime.parse("2031-03-09T02:30:00.123456"),
                                EventZone.of("Asia/Tokyo").id()),
                        EventTime.of(LocalDateTime.parse("2031-11-02T01:30:00.999999"), EventZone.UTC.id()),
                        // In that very zone: moved forward over the gap, and both sides of the overlap.
                        EventTime.of(
                                LocalDateTime.parse("2031-03-09T02:30:00.000001"),
                                EventZone.of("America/New_York").id()),
                        EventTime.of(
                                Instant.parse("2031-11-02T05:30:00Z"),
                                EventZone.of("America/New_York").id()),
                        EventTime.of(
                                Instant.parse("2031-11-02T06:30:00Z"),
                                EventZone.of("America/New_York").id()),
                        // Before a zone had whole minutes, and the ends of what is taken.
                        EventTime.of(
                                Instant.parse("1900-01-02T00:00:00Z"),
                                EventZone.of("Europe/Amsterdam").id()),
                        EventTime.of(Instant.parse("9999-12-29T23:59:59.999999Z"), EventZone.UTC.id()),
                        // A zone whose rules have changed since: the wall and the instant no longer agree.
                        new EventTime(
                                LocalDateTime.parse("2031-05-01T20:00:00"), Instant.parse("2031-05-01T17:00:00Z")))
                .map(start -> event(Fresh.details(organizer, start)))
                .toList();

        assertThat(addAll(events)).map(Outcomes::success).isEqualTo(events);
        assertThat(events).allSatisfy(event -> assertThat(lookUp(event.id())).contains(event));
    }

    private static Event event(EventDetails details) {
        return Fresh.event(new EventId(Fresh.word()), details, Fresh.instant());
    }

    private static EventDetails texts(
            UserId organizer, EventTime start, String title, String description, String location) {
        return details(
                organizer,
                start,
                title,
                Optional.of(description),
                Optional.of(location),
                Optional.empty(),
                Optional.empty());
    }

    private static EventDetails numbers(UserId organizer, EventTime start, int capacity, int partyLimit) {
        return details(
                organizer,
                start,
                "Title",
                Optional.empty(),
                Optional.empty(),
                Optional.of(capacity),
                Optional.of(partyLimit));
    }

    private static EventDetails details(
            UserId organizer,
            EventTime start,
            String title,
            Optional<String> description,
            Optional<String> location,
            Optional<Integer> capacity,
            Optional<Integer> partyLimit) {
        return new EventDetails(
                title,
                description,
                location,
                organizer,
                start,
                Optional.empty(),
                EventZone.UTC,
                false,
                capacity,
                WaitlistPolicy.OFF,
                partyLimit,
                Optional.empty(),
                EventStatus.SCHEDULED);
    }
}
