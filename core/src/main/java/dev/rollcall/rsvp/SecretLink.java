package dev.rollcall.rsvp;

/**
 * The one secret link of a thing, such as an event's page for its organizer. Making another ends the one before.
 *
 * @param subject what it opens: {@code event:ID} for the organizer's page, {@code feed:ID} for a user's calendar
 * @param hash the token's {@linkplain LinkToken#hash hash}
 */
public record SecretLink(String subject, String hash) {

    /**
     * What opens an event's page for its organizer.
     *
     * @param event the event
     * @return the subject
     */
    public static String subject(EventId event) {
        return "event:" + event.value();
    }

    /**
     * What opens a user's calendar.
     *
     * @param user the user
     * @return the subject
     */
    public static String subject(UserId user) {
        return "feed:" + user.value();
    }
}
