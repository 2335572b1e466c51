package dev.rollcall.persistence.dynamodb.rsvp.event;

import dev.rollcall.persistence.dynamodb.item.Attributes;
import dev.rollcall.persistence.dynamodb.item.Expression;
import dev.rollcall.persistence.dynamodb.item.Item;
import dev.rollcall.persistence.dynamodb.item.ItemBuilder;
import dev.rollcall.port.Revision;
import dev.rollcall.port.StoredValues;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventPosition;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Events as items. A time is two attributes, what the wall shows and the instant. The attribute {@code position} orders the
 * events of an organizer: the instant of the start and the id, both of them texts whose order is that of what they say.
 */
public final class EventItems {

    private static final String EVENT_ID = "event_id";
    private static final String ORGANIZER_ID = "organizer_id";

    private EventItems() {}

    /**
     * Returns the key of an event.
     *
     * @param id the id of the event
     * @return the partition key
     */
    public static AttributeValue key(EventId id) {
        return Attributes.text(id.value());
    }

    /**
     * Returns the event as an item.
     *
     * @param event the event
     * @return the item
     */
    public static Item item(Event event) {
        EventDetails details = event.details();
        ItemBuilder item = Item.builder()
                .put(EVENT_ID, key(event.id()))
                .text(ORGANIZER_ID, details.organizerId().value())
                .put("position", position(EventPosition.of(event)))
                .text("title", details.title())
                .text("description", details.description())
                .text("location", details.location())
                .text("time_zone", details.timeZone().toString())
                .flag("all_day", details.allDay())
                .number("capacity", details.capacity())
                .text("waitlist", details.waitlist().name())
                .number("party_limit", details.partyLimit())
                .text("status", details.status().name())
                .text("uid", event.uid())
                .number("sequence_number", event.sequence())
                .moment(Item.UPDATED_AT, event.updatedAt())
                .revision(event.revision());
        time(item, "starts", details.startsAt());
        details.endsAt().ifPresent(end -> time(item, "ends", end));
        details.rsvpDeadline().ifPresent(deadline -> time(item, "rsvp_deadline", deadline));
        counts(item, event.counts());
        return item.build();
    }

    static Event event(Item item) {
        return StoredValues.read(
                "events",
                item.key(EVENT_ID),
                () -> new Event(
                        new EventId(item.text(EVENT_ID)),
                        details(item),
                        item.text("uid"),
                        item.count("sequence_number"),
                        counts(item),
                        item.moment(Item.UPDATED_AT),
                        item.revision()));
    }

    /**
     * Returns the organizer of an event.
     *
     * @param item the item of the event
     * @return the organizer
     */
    public static UserId organizer(Item item) {
        return StoredValues.read("events", item.key(EVENT_ID), () -> new UserId(item.text(ORGANIZER_ID)));
    }

    /**
     * Returns the condition that an event is at a revision and has a certain organizer.
     *
     * @param expected the revision
     * @param organizer the organizer
     * @return the condition
     */
    public static Expression isAt(Revision expected, UserId organizer) {
        return Expression.isAt(expected).and(isOf(organizer));
    }

    static Expression isOf(UserId organizer) {
        return Expression.of("#organizer_id = :organizer").bind("organizer", organizer.value());
    }

    static Expression follows(EventPosition after) {
        return Expression.of("#position > :after").bind("after", position(after));
    }

    private static AttributeValue position(EventPosition position) {
        return Attributes.text(Attributes.momentText(position.startsAt()) + "#" + position.id());
    }

    private static EventDetails details(Item item) {
        EventTime start = time(item, "starts").orElseThrow();
        return new EventDetails(
                item.text("title"),
                item.optionalText("description"),
                item.optionalText("location"),
                organizer(item),
                start,
                time(item, "ends"),
                EventZone.stored(item.text("time_zone"), start),
                item.flag("all_day"),
                item.optionalCount("capacity"),
                WaitlistPolicy.valueOf(item.text("waitlist")),
                item.optionalCount("party_limit"),
                time(item, "rsvp_deadline"),
                EventStatus.valueOf(item.text("status")));
    }

    private static void time(ItemBuilder item, String name, EventTime time) {
        item.wallTime(name + "_wall", time.local()).moment(name + "_at", time.instant());
    }

    private static Optional<EventTime> time(Item item, String name) {
        return item.optionalWallTime(name + "_wall").map(wall -> new EventTime(wall, item.moment(name + "_at")));
    }

    private static void counts(ItemBuilder item, EventCounts counts) {
        item.number("count_invited", counts.invited())
                .number("count_accepted", counts.accepted())
                .number("count_tentative", counts.tentative())
                .number("count_declined", counts.declined())
                .number("count_waitlisted", counts.waitlisted())
                .number("count_seats", counts.seats());
    }

    private static EventCounts counts(Item item) {
        return new EventCounts(
                item.count("count_invited"),
                item.count("count_accepted"),
                item.count("count_tentative"),
                item.count("count_declined"),
                item.count("count_waitlisted"),
                item.count("count_seats"));
    }
}
