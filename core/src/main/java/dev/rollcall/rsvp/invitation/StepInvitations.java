package dev.rollcall.rsvp.invitation;

import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.InvitationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The invitations that one step adds and changes, and the counts that follow from them. Not thread-safe. */
final class StepInvitations {

    private final List<Invitation> added = new ArrayList<>();
    private final Map<InvitationId, Replacement<Invitation>> changes = new LinkedHashMap<>();
    private EventCounts counts;

    /** No invitations yet, in a step that begins with these counts. */
    StepInvitations(EventCounts counts) {
        this.counts = counts;
    }

    void add(Invitation invitation) {
        added.add(invitation);
        counts = counts.plus(invitation.counts());
    }

    /** Changes an invitation. The stored revision that it replaces stays that of its first change. */
    void change(Invitation from, Invitation to) {
        changes.merge(
                to.key().id(),
                new Replacement<>(to, from.revision()),
                (first, then) -> new Replacement<>(then.next(), first.expected()));
        counts = counts.minus(from.counts()).plus(to.counts());
    }

    /** An invitation as the step leaves it. */
    Invitation state(Invitation stored) {
        Replacement<Invitation> change = changes.get(stored.key().id());
        return change == null ? stored : change.next();
    }

    EventCounts counts() {
        return counts;
    }

    boolean isEmpty() {
        return added.isEmpty() && changes.isEmpty();
    }

    List<Invitation> added() {
        return Collections.unmodifiableList(added);
    }

    Collection<Replacement<Invitation>> changed() {
        return Collections.unmodifiableCollection(changes.values());
    }
}
