package dev.rollcall.rsvp.event;

/**
 * The counts of the answers to an event.
 *
 * @param invited the number of invitations
 * @param accepted the number of them that were accepted, including those that wait for a seat
 * @param tentative the number of tentative answers
 * @param declined the number of declined invitations
 * @param waitlisted the number of accepted invitations that wait for seats
 * @param seats the number of seats that the other accepted invitations hold, with the whole parties counted
 */
public record EventCounts(int invited, int accepted, int tentative, int declined, int waitlisted, int seats) {

    /** The counts of an event to which nobody is invited. */
    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0, 0, 0);

    /**
     * The counts with others added.
     *
     * @param other the counts to add, such as those of one invitation
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
     * @param other the counts to subtract; each at most as large as in these counts
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
