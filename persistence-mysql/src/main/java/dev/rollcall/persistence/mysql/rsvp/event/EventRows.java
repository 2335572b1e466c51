package dev.rollcall.persistence.mysql.rsvp.event;

import dev.rollcall.persistence.mysql.schema.tables.records.EventsRecord;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as rows. */
public final class EventRows {

    private EventRows() {}

    /** The row without the counts, which are not the details' to change; a new row's are 0. */
    static EventsRecord row(Event event) {
        EventDetails details = event.details();
        EventsRecord row = new EventsRecord();
        row.setEventId(event.id().value());
        row.setTitle(details.title());
        row.setDescription(details.description().orElse(null));
        row.setLocation(details.location().orElse(null));
        row.setOrganizerId(details.organizerId().value());
        row.setStartsWall(details.startsAt().local());
        row.setStartsAt(details.startsAt().instant());
        row.setEndsWall(details.endsAt().map(EventTime::local).orElse(null));
        row.setEndsAt(details.endsAt().map(EventTime::instant).orElse(null));
        row.setTimeZone(details.timeZone().toString());
        row.setAllDay(details.allDay());
        row.setCapacity(details.capacity().orElse(null));
        row.setWaitlist(details.waitlist().name());
        row.setPartyLimit(details.partyLimit().orElse(null));
        row.setRsvpDeadlineWall(details.rsvpDeadline().map(EventTime::local).orElse(null));
        row.setRsvpDeadlineAt(details.rsvpDeadline().map(EventTime::instant).orElse(null));
        row.setStatus(details.status().name());
        row.setUid(event.uid());
        row.setSequenceNumber(event.sequence());
        row.setUpdatedAt(event.updatedAt());
        row.setCreatedAt(event.createdAt());
        row.setRevision(event.revision().count());
        return row;
    }

    /**
     * The whole row of an event.
     *
     * @param event the event
     * @return its row, with the counts of its guest list
     */
    public static EventsRecord withCounts(Event event) {
        EventCounts counts = event.counts();
        EventsRecord row = row(event);
        row.setCountInvited(counts.invited());
        row.setCountAccepted(counts.accepted());
        row.setCountTentative(counts.tentative());
        row.setCountDeclined(counts.declined());
        row.setCountWaitlisted(counts.waitlisted());
        row.setCountSeats(counts.seats());
        return row;
    }

    static Event event(EventsRecord row) {
        return StoredValues.read(
                "events",
                row.getEventId(),
                () -> new Event(
                        new EventId(row.getEventId()),
                        details(row),
                        row.getUid(),
                        row.getSequenceNumber(),
                        new EventCounts(
                                row.getCountInvited(),
                                row.getCountAccepted(),
                                row.getCountTentative(),
                                row.getCountDeclined(),
                                row.getCountWaitlisted(),
                                row.getCountSeats()),
                        row.getUpdatedAt(),
                        new Revision(row.getCreatedAt(), row.getRevision())));
    }

    private static EventDetails details(EventsRecord row) {
        EventTime start = new EventTime(row.getStartsWall(), row.getStartsAt());
        return new EventDetails(
                row.getTitle(),
                Optional.ofNullable(row.getDescription()),
                Optional.ofNullable(row.getLocation()),
                new UserId(row.getOrganizerId()),
                start,
                time(row.getEndsWall(), row.getEndsAt()),
                EventZone.stored(row.getTimeZone(), start),
                row.getAllDay(),
                Optional.ofNullable(row.getCapacity()),
                WaitlistPolicy.valueOf(row.getWaitlist()),
                Optional.ofNullable(row.getPartyLimit()),
                time(row.getRsvpDeadlineWall(), row.getRsvpDeadlineAt()),
                EventStatus.valueOf(row.getStatus()));
    }

    private static Optional<EventTime> time(@Nullable LocalDateTime wall, @Nullable Instant instant) {
        return wall == null || instant == null ? Optional.empty() : Optional.of(new EventTime(wall, instant));
    }
}
