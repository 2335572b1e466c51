package dev.rollcall.rsvp.event;

/**
 * How the guests of an event have answered.
 *
 * @param invited how many invitations there are
 * @param accepted how many of them were accepted, those that wait for a seat included
 * @param tentative how many were answered with perhaps
 * @param declined how many were declined
 * @param waitlisted how many of the accepted wait for a seat
 * @param seats how many seats the others of the accepted hold, party size counted
 */
public record EventCounts(int invited, int accepted, int tentative, int declined, int waitlisted, int seats) {

    /** The counts of an event to which nobody is invited. */
    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0, 0);

    /**
     * The counts with others added.
     *
     * @param other what to add, such as the counts of one invitation
     * @return the sums
     */
    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                invited + other.invited,
                accepted + other.accepted,
                tentative + other.tentative,
                declined + other.declined,
                waitlisted + other.waitlisted,
                seats + other.seats);
    }

    /**
     * The counts with others taken away.
     *
     * @param other what to take away; it must be part of these counts
     * @return the differences
     */
    public EventCounts minus(EventCounts other) {
        return new EventCounts(
                invited - other.invited,
                accepted - other.accepted,
                tentative - other.tentative,
                declined - other.declined,
                waitlisted - other.waitlisted,
                seats - other.seats);
    }
}
