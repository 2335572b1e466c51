package dev.rollcall.rsvp.link;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.user.User;
import java.time.Instant;

/**
 * The owner of a secret link, which opens one user's calendar, or one event's page for its organizer. The id alone does not say
 * which user or event is meant, because it is free again after a deletion; the time of creation distinguishes two with one id.
 *
 * @param type the kind of thing that the link opens
 * @param id the id of the user or event
 * @param createdAt when the user or event was created, in microseconds; {@link #UNKNOWN} for a link stored without it
 */
public record LinkOwner(Type type, String id, Instant createdAt) {

    /**
     * The creation time of a link that was stored without one. No user or event was created then, so the link opens nothing.
     */
    public static final Instant UNKNOWN = Instant.EPOCH;

    /** The kind of thing that a secret link opens. */
    public enum Type {
        /** An event's page for its organizer. */
        EVENT("event:", "event"),
        /** A user's calendar. */
        USER("feed:", "user");

        private final String prefix;
        private final String resource;

        Type(String prefix, String resource) {
            this.prefix = prefix;
            this.resource = resource;
        }
    }

    /**
     * The owner of the link to a user's calendar.
     *
     * @param user the user
     * @return the owner
     */
    public static LinkOwner of(User user) {
        return new LinkOwner(Type.USER, user.id().value(), user.createdAt());
    }

    /**
     * The owner of the link to an event's page.
     *
     * @param event the event
     * @return the owner
     */
    public static LinkOwner of(Event event) {
        return new LinkOwner(Type.EVENT, event.id().value(), event.revision().createdAt());
    }

    /**
     * The owner that a stored subject names.
     *
     * @param subject as {@link #subject} gives it
     * @param createdAt when the user or event was created
     * @return the owner
     * @throws IllegalArgumentException where it is the subject of nothing
     */
    public static LinkOwner of(String subject, Instant createdAt) {
        for (Type type : Type.values()) {
            if (subject.startsWith(type.prefix)) {
                return new LinkOwner(type, subject.substring(type.prefix.length()), createdAt);
            }
        }
        throw new IllegalArgumentException("a secret link is of an event or a user, not of '" + subject + "'");
    }

    /**
     * The key of the link, of which there is one for each id.
     *
     * @return {@code event:ID} or {@code feed:ID}
     */
    public String subject() {
        return type.prefix + id;
    }

    /**
     * Why a link can't be stored whose owner is gone, in the same words from every store.
     *
     * @return what to throw
     */
    public NotFoundException missing() {
        return new NotFoundException(type.resource, id);
    }
}
