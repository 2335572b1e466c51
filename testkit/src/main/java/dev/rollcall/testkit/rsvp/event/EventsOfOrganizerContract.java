package dev.rollcall.testkit.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Events;
import dev.rollcall.testkit.fixture.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of one organizer's events, by start. */
interface EventsOfOrganizerContract extends EventContract {

    @Test
    default void listOfAnOrganizerShouldBeSortedByStart() {
        UserId organizer = organizer();
        List<Event> sorted = Stream.of(
                        "1900-01-02T00:00:00Z",
                        "1969-12-31T23:59:59.999999Z",
                        "1970-01-01T00:00:00Z",
                        "2031-03-09T02:30:00Z",
                        "2031-03-09T02:30:00.000001Z",
                        "2031-03-09T07:30:00Z",
                        "2031-11-02T05:30:00Z",
                        "2031-11-02T06:30:00Z",
                        "9999-12-29T00:00:00Z")
                .map(start -> startingAt(organizer, Instant.parse(start)))
                .toList();
        addAll(sorted.reversed()).forEach(Outcomes::success);
        add(fresh());

        for (int limit : new int[] {1, 4, 8, 9, 10, 100}) {
            assertThat(Listing.<Event, EventPosition>all(request -> listOf(organizer, request), limit))
                    .isEqualTo(sorted);
        }
    }

    @Test
    default void listOfAnOrganizerShouldGoByInstantAndNotByWallTime() {
        UserId organizer = organizer();
        Instant start = Fresh.instant();
        Event first = event(
                new EventId("b" + Fresh.word()),
                organizer,
                EventTime.of(start, EventZone.of("Asia/Tokyo").id()));
        Event second = event(
                new EventId("a" + Fresh.word()),
                organizer,
                EventTime.of(
                        start.plusSeconds(1), EventZone.of("America/New_York").id()));
        addAll(List.of(second, first)).forEach(Outcomes::success);

        assertThat(listOf(organizer, PageRequest.first(2)).items()).containsExactly(first, second);
    }

    @Test
    default void listOfAnOrganizerShouldBeSortedByIdWhereEventsStartTogether() {
        UserId organizer = organizer();
        EventTime start = EventTime.of(Fresh.instant(), EventZone.UTC.id());
        String word = Fresh.word();
        List<Event> sorted = Stream.of("-", ".", "0", "A", "Aa", "B", "_", "a", "aB", "b", "~")
                .map(prefix -> event(new EventId(prefix + word), organizer, start))
                .sorted(Comparator.comparing(EventPosition::of))
                .toList();
        addAll(sorted.reversed()).forEach(Outcomes::success);

        for (int limit : new int[] {1, 5, 11}) {
            assertThat(Listing.<Event, EventPosition>all(request -> listOf(organizer, request), limit))
                    .isEqualTo(sorted);
        }
    }

    @Test
    default void listOfAnOrganizerShouldCutPagesExactly() {
        UserId organizer = organizer();
        List<Event> sorted = storeFor(organizer, 6);

        Page<Event, EventPosition> first = listOf(organizer, PageRequest.first(3));
        Page<Event, EventPosition> second = listOf(
                organizer,
                PageRequest.<EventPosition>first(3).startingAfter(first.next().orElseThrow()));
        Page<Event, EventPosition> beyond = listOf(
                organizer, PageRequest.<EventPosition>first(3).startingAfter(EventPosition.of(sorted.getLast())));

        assertThat(first.items()).isEqualTo(sorted.subList(0, 3));
        assertThat(first.next()).contains(EventPosition.of(sorted.get(2)));
        assertThat(second.items()).isEqualTo(sorted.subList(3, 6));
        assertThat(second.next()).isEmpty();
        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.next()).isEmpty();
    }

    @Test
    default void listOfAnOrganizerShouldBeEmptyWhereThereIsNothing() {
        for (UserId user : List.of(organizer(), Fresh.userId())) {
            Page<Event, EventPosition> page = listOf(user, PageRequest.first(100));

            assertThat(page.items()).isEmpty();
            assertThat(page.next()).isEmpty();
        }
    }

    @Test
    default void listOfAnOrganizerShouldGoOnAfterAnEventThatIsGone() {
        UserId organizer = organizer();
        List<Event> sorted = storeFor(organizer, 6);
        Event edge = sorted.get(2);
        remove(new Removal<>(edge.id(), edge.revision()));

        assertThat(listOf(organizer, PageRequest.<EventPosition>first(3).startingAfter(EventPosition.of(edge)))
                        .items())
                .isEqualTo(sorted.subList(3, 6));
    }

    @Test
    default void listOfAnOrganizerShouldFollowAnEventToItsNewStart() {
        UserId organizer = organizer();
        List<Event> sorted = storeFor(organizer, 3);
        Event moving = sorted.getFirst();
        Event moved = update(replace(
                moving,
                Events.with(
                        Fresh.details(
                                organizer, EventTime.of(Instant.parse("9999-01-01T00:00:00Z"), EventZone.UTC.id())),
                        moving)));

        assertThat(Listing.<Event, EventPosition>all(request -> listOf(organizer, request), 1))
                .containsExactly(sorted.get(1), sorted.get(2), moved);
    }

    @Test
    default void listOfAnOrganizerShouldGiveWhatStaysOnceWhileOthersWrite() {
        UserId organizer = organizer();
        UserId other = organizer();
        List<Event> staying = storeFor(organizer, 40);
        int writers = 4;
        AtomicInteger writing = new AtomicInteger(writers);
        List<List<Event>> passes = Collections.synchronizedList(new ArrayList<>());

        Contention.among(writers + 2, number -> {
            if (number < writers) {
                try {
                    IntStream.range(0, 40).forEach(i -> comeAndGo(organizer, other));
                } finally {
                    writing.decrementAndGet();
                }
            } else {
                do {
                    passes.add(Listing.<Event, EventPosition>all(request -> listOf(organizer, request), 7).stream()
                            .filter(staying::contains)
                            .toList());
                } while (writing.get() > 0);
            }
            return number;
        });

        assertThat(passes).hasSizeGreaterThanOrEqualTo(2).allMatch(staying::equals);
    }

    private void comeAndGo(UserId organizer, UserId other) {
        Event guest = add(startingAt(organizer, Fresh.instant()));
        Event moved = update(replace(guest, successorOf(guest)));
        Event handedOn = update(replace(moved, Events.handedTo(other, moved)));
        if (ThreadLocalRandom.current().nextBoolean()) {
            remove(new Removal<>(handedOn.id(), handedOn.revision()));
        }
    }

    private List<Event> storeFor(UserId organizer, int count) {
        List<Event> events = Stream.generate(() -> startingAt(organizer, Fresh.instant()))
                .limit(count)
                .sorted(Comparator.comparing(EventPosition::of))
                .toList();
        addAll(events.reversed()).forEach(Outcomes::success);
        return events;
    }

    private Page<Event, EventPosition> listOf(UserId organizer, PageRequest<EventPosition> request) {
        return repositories().events().list(organizer, request);
    }

    private static Event startingAt(UserId organizer, Instant start) {
        return event(new EventId(Fresh.word()), organizer, EventTime.of(start, EventZone.UTC.id()));
    }

    private static Event event(EventId id, UserId organizer, EventTime start) {
        return Fresh.event(id, Fresh.details(organizer, start), Fresh.instant());
    }
}
