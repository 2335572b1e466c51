package dev.rollcall.rsvp.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.value.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventChangeTest {

    private static final Instant NOW = Instant.parse("2031-01-01T00:00:00Z");
    private static final UserId ANN = new UserId("ann");

    @Test
    void createShouldGiveTheDefaults() {
        EventDetails details = new EventChangeDraft()
                .title("Party")
                .organizer("ann")
                .start("2031-05-01T20:00")
                .change()
                .create();
        assertThat(details)
                .isEqualTo(new EventDetails(
                        "Party",
                        Optional.empty(),
                        Optional.empty(),
                        ANN,
                        time("2031-05-01T20:00", "UTC"),
                        Optional.empty(),
                        EventZone.UTC,
                        false,
                        Optional.empty(),
                        WaitlistPolicy.OFF,
                        Optional.empty(),
                        Optional.empty(),
                        EventStatus.SCHEDULED));
    }

    @Test
    void createShouldNameAllThatIsWrongAtOnce() {
        EventChangeDraft draft = new EventChangeDraft().end("9999-12-31T20:00Z").deadline("0001-01-01T00:00");
        draft.description = Change.set("\0");
        draft.location = Change.set("x".repeat(501));
        draft.capacity = Change.set(-1);
        draft.partyLimit = Change.set(1_001);
        assertThat(places(draft.change()::create))
                .containsExactlyInAnyOrder(
                        "title",
                        "organizer_id",
                        "starts_at",
                        "ends_at",
                        "rsvp_deadline",
                        "description",
                        "location",
                        "capacity",
                        "party_limit");
    }

    @Test
    void clearedMembersThatAreRequiredShouldBeMissing() {
        EventChangeDraft draft = new EventChangeDraft();
        draft.title = Change.clear();
        draft.organizer = Change.clear();
        draft.start = Change.clear();
        assertThat(places(draft.change()::create)).containsExactlyInAnyOrder("title", "organizer_id", "starts_at");
    }

    @Test
    void startOutOfBoundsShouldNotBeCalledMissingToo() {
        EventChangeDraft draft =
                new EventChangeDraft().title("Party").organizer("ann").start("0001-01-01T00:00");
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, draft.change()::create);
        assertThat(refused.violations())
                .containsExactly(
                        new Violation(Violation.Place.member("starts_at"), "must lie between the years 1900 and 9999"));
    }

    @Test
    void endShouldLieAfterTheStart() {
        EventChangeDraft draft =
                new EventChangeDraft().title("Party").organizer("ann").start("2031-05-01T20:00");
        assertThat(places(draft.end("2031-05-01T20:00").change()::create)).containsExactly("ends_at");
        assertThat(places(draft.end("2031-05-01T19:59:59.999999Z").change()::create))
                .containsExactly("ends_at");
        assertThat(draft.end("2031-05-01T20:00:00.000001").change().create().endsAt())
                .isPresent();
    }

    @Test
    void emptyChangeShouldKeepEverything() {
        EventDetails before = party();
        assertThat(new EventChangeDraft().change().applyTo(before)).isEqualTo(before);
    }

    @Test
    void clearingShouldKeepRequiredMembersAndResetOthers() {
        EventChangeDraft draft = new EventChangeDraft();
        draft.title = Change.clear();
        draft.organizer = Change.clear();
        draft.start = Change.clear();
        draft.end = Change.clear();
        draft.description = Change.clear();
        draft.location = Change.clear();
        draft.capacity = Change.clear();
        draft.partyLimit = Change.clear();
        draft.deadline = Change.clear();
        draft.allDay = Change.clear();
        draft.waitlist = Change.clear();
        draft.status = Change.clear();
        EventDetails before = party();
        assertThat(draft.change().applyTo(before))
                .isEqualTo(new EventDetails(
                        before.title(),
                        Optional.empty(),
                        Optional.empty(),
                        before.organizerId(),
                        before.startsAt(),
                        Optional.empty(),
                        before.timeZone(),
                        false,
                        Optional.empty(),
                        WaitlistPolicy.OFF,
                        Optional.empty(),
                        Optional.empty(),
                        EventStatus.SCHEDULED));
    }

    @Test
    void newZoneShouldKeepTheTimesOnTheWall() {
        EventDetails moved =
                new EventChangeDraft().zone("America/New_York").change().applyTo(party());
        assertThat(moved.startsAt()).isEqualTo(time("2031-05-01T20:00", "America/New_York"));
        assertThat(moved.endsAt()).contains(time("2031-05-01T23:00", "America/New_York"));
        assertThat(moved.rsvpDeadline()).contains(time("2031-04-24T12:00", "America/New_York"));
        assertThat(moved.startsAt().instant()).isEqualTo("2031-05-02T00:00:00Z");
    }

    @Test
    void newZoneShouldMeetNewTimes() {
        EventDetails moved = new EventChangeDraft()
                .zone("America/New_York")
                .start("2031-05-01T18:00Z")
                .end("2031-05-01T15:00")
                .change()
                .applyTo(party());
        assertThat(moved.startsAt().local()).isEqualTo("2031-05-01T14:00");
        assertThat(moved.endsAt()).contains(time("2031-05-01T15:00", "America/New_York"));
    }

    @Test
    void sameZoneShouldLeaveTheLaterInstantOfAnOverlapAlone() {
        EventDetails later = new EventChangeDraft()
                .title("Late")
                .organizer("ann")
                .zone("Europe/Berlin")
                .start("2031-10-26T01:30:00Z")
                .change()
                .create();
        EventDetails renamed = new EventChangeDraft()
                .zone("Europe/Berlin")
                .title("Later")
                .change()
                .applyTo(later);
        assertThat(renamed.startsAt().instant()).isEqualTo("2031-10-26T01:30:00Z");
    }

    @Test
    void startMovedBehindTheEndShouldBeRefused() {
        assertThat(places(() -> new EventChangeDraft()
                        .start("2031-05-02T20:00")
                        .change()
                        .applyTo(party())))
                .containsExactly("ends_at");
    }

    @Test
    void sequenceShouldMoveOnTimeAndStatusAlone() {
        EventChangeDraft words = new EventChangeDraft().title("Feast");
        words.description = Change.set("Bring a friend.");
        words.location = Change.set("The garden");
        words.capacity = Change.set(12);
        words.waitlist = Change.set(WaitlistPolicy.OFF);
        words.partyLimit = Change.clear();
        words.deadline = Change.clear();
        words.organizer = Change.set(new UserId("bob"));
        assertThat(sequenceAfter(words)).isZero();
        assertThat(sequenceAfter(new EventChangeDraft().start("2031-05-01T20:00")))
                .isZero();

        assertThat(sequenceAfter(new EventChangeDraft().start("2031-05-01T20:30")))
                .isEqualTo(1);
        assertThat(sequenceAfter(new EventChangeDraft().end("2031-05-01T22:00")))
                .isEqualTo(1);
        assertThat(sequenceAfter(new EventChangeDraft().zone("UTC"))).isEqualTo(1);
        EventChangeDraft cancelled = new EventChangeDraft();
        cancelled.status = Change.set(EventStatus.CANCELLED);
        assertThat(sequenceAfter(cancelled)).isEqualTo(1);
        EventChangeDraft days = new EventChangeDraft().start("2031-05-01").end("2031-05-02");
        days.allDay = Change.set(true);
        assertThat(sequenceAfter(days)).isEqualTo(1);
    }

    @Test
    void updatedAtShouldNeverGoBack() {
        Event event = event(party());
        assertThat(event.with(party(), NOW.minusSeconds(5)).updatedAt()).isEqualTo(NOW);
        assertThat(event.with(party(), NOW.plusSeconds(5)).updatedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(event.with(party(), NOW).revision()).isEqualTo(new Revision(NOW, 2));
    }

    private static int sequenceAfter(EventChangeDraft draft) {
        Event event = event(party());
        return event.with(draft.change().applyTo(event.details()), NOW).sequence();
    }

    private static Event event(EventDetails details) {
        return new Event(new EventId("party"), details, "uid@rollcall", 0, EventCounts.NONE, NOW, Revision.first(NOW));
    }

    private static EventDetails party() {
        return new EventDetails(
                "Party",
                Optional.of("With cake."),
                Optional.of("The roof"),
                ANN,
                time("2031-05-01T20:00", "Europe/Berlin"),
                Optional.of(time("2031-05-01T23:00", "Europe/Berlin")),
                EventZone.of("Europe/Berlin"),
                false,
                Optional.of(10),
                WaitlistPolicy.AUTO,
                Optional.of(2),
                Optional.of(time("2031-04-24T12:00", "Europe/Berlin")),
                EventStatus.SCHEDULED);
    }

    private static EventTime time(String text, String zone) {
        return EventTimeInput.parse(text).in(EventZone.of(zone).id());
    }

    private static List<String> places(Runnable call) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, call::run);
        return refused.violations().stream()
                .map(violation -> violation.place().toString())
                .toList();
    }
}
