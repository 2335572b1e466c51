package dev.rollcall.rsvp.event;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.Adds;
import dev.rollcall.port.FindsAll;
import dev.rollcall.port.Lists;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removes;
import dev.rollcall.port.Restores;
import dev.rollcall.port.Updates;
import dev.rollcall.rsvp.user.UserId;

/**
 * The port of events. Thread-safe; see {@link dev.rollcall.port} for what holds of every port. An event's organizer is always
 * an existing user, even while others write: to add, replace or restore an event fails alone with {@link NotFoundException} of
 * resource {@code user} where its organizer does not exist. Of an event that is not there the resource is {@code event}.
 */
public interface EventRepository
        extends Adds<Event>,
                Updates<Event>,
                Removes<EventId>,
                Restores<Event>,
                FindsAll<EventId, Event>,
                Lists<Event, EventId> {

    /**
     * Lists the events of an organizer by start. One that is there throughout, and keeps its start, is listed exactly once.
     *
     * @param organizer the organizer's user id
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    Page<Event, EventPosition> list(UserId organizer, PageRequest<EventPosition> request);
}
