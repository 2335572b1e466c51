package dev.rollcall.rest;

import dev.rollcall.Rollcall;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.rest.route.Endpoint;
import dev.rollcall.rsvp.notification.CalendarFormat;
import java.util.List;
import java.util.function.Supplier;

/** The endpoints and other parts that one feature adds to a server. */
interface FeatureApi {

    /**
     * Its operations.
     *
     * @param rollcall the services
     * @param calendars gives what writes and reads calendars; asked when the first calendar is written or read
     * @return the endpoints; 1 or more
     */
    List<Endpoint> endpoints(Rollcall rollcall, Supplier<CalendarFormat> calendars);

    /**
     * Requests that load, connect and compile what its operations need. None writes anything.
     *
     * @return the requests; 1 or more
     */
    List<PrimingRequest> primingRequests();

    /**
     * A command to try first, as the start screen shows it.
     *
     * @return the example
     */
    Example example();

    /**
     * The services whose expired things a server removes.
     *
     * @param rollcall the services
     * @return the services that keep things which expire; none for most features
     */
    default List<Sweepable> expiring(Rollcall rollcall) {
        return List.of();
    }
}
