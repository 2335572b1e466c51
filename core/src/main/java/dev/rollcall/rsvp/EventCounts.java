package dev.rollcall.rsvp;

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

    EventCounts with(Invitation invitation) {
        return plus(invitation, 1);
    }

    EventCounts without(Invitation invitation) {
        return plus(invitation, -1);
    }

    private EventCounts plus(Invitation invitation, int sign) {
        if (invitation.isWithdrawn()) {
            return this;
        }
        Response response = invitation.answer().response();
        return new EventCounts(
                invited + sign,
                accepted + (response == Response.ACCEPTED ? sign : 0),
                tentative + (response == Response.TENTATIVE ? sign : 0),
                declined + (response == Response.DECLINED ? sign : 0),
                waitlisted + (invitation.standing() == Standing.WAITLISTED ? sign : 0),
                seats + sign * invitation.seats());
    }
}
