package dev.rollcall.rest.rsvp.invitation;

import dev.rollcall.port.Page;
import dev.rollcall.rest.json.Words;
import dev.rollcall.rest.page.Content;
import dev.rollcall.rest.route.Cursors;
import dev.rollcall.rest.rsvp.event.EventFacts;
import dev.rollcall.rest.rsvp.event.Moments;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.invitation.Invitation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contents of the organizer's page.
 *
 * @param event the event
 * @param now the moment
 * @param base the page's address, as seen from where it is shown
 */
record ManagePage(Event event, Instant now, String base) {

    /** Returns the contents that every page about the event has. */
    Content common(String title) {
        return EventFacts.addTo(new Content(), event)
                .with("title", title)
                .with("base", base)
                .with("addresses", "")
                .with("csv", "")
                .with("message", "");
    }

    /**
     * The page itself.
     *
     * @param filter the only response that is listed; empty for all
     * @param page the guests to list
     * @param first whether it is the list's first page
     * @param cursors the list's cursors
     * @param failed the sentence about mails that failed
     */
    Content content(
            Optional<ParticipationStatus> filter,
            Page<Invitation, InvitationId> page,
            boolean first,
            Cursors<InvitationId> cursors,
            String failed) {
        String query = filter.map(only -> "?response=" + Words.of(only)).orElse("");
        Optional<String> next = page.next()
                .map(key -> base + query + (query.isEmpty() ? "?" : "&") + "cursor=" + cursors.encode(key) + "#guests");
        Content content = common("Guests of " + event.details().title())
                .with("open", event.isOpen(now))
                .with("trouble", trouble())
                .withAll("counts", counts(failed))
                .withAll("filters", filters(filter))
                .withAll("guests", page.items().stream().map(GuestContent::of).toList())
                .with("paged", !first || next.isPresent())
                .with("next", next)
                .with("first", Optional.of(base + query + "#guests").filter(to -> !first));
        return page.items().isEmpty()
                ? content.with("empty", first && filter.isEmpty() ? "Nobody is invited yet." : "Nobody here.")
                : content;
    }

    private Optional<String> trouble() {
        if (event.details().status() == EventStatus.CANCELLED) {
            return Optional.of("The event is cancelled. Nobody can answer or be invited any more.");
        }
        if (!event.isOpen(now)) {
            return Optional.of("Answers were taken until " + Moments.at(event, event.closesAt())
                    + ". Nobody can answer or be invited any more, unless the deadline moves.");
        }
        return event.details()
                .capacity()
                .filter(capacity -> event.counts().seats() > capacity)
                .map(capacity -> "More people come than there are seats: "
                        + event.counts().seats() + " for " + capacity + ". Nobody loses a seat by that.");
    }

    private List<Content> counts(String failed) {
        EventCounts counts = event.counts();
        int answered = counts.accepted() + counts.tentative() + counts.declined();
        String seats = event.details()
                .capacity()
                .map(capacity -> counts.seats() + " of " + capacity + " seats")
                .orElseGet(() -> EventFacts.people(counts.seats()));
        List<Content> all = new ArrayList<>();
        all.add(count("Coming", counts.accepted() - counts.waitlisted()).with("more", seats));
        all.add(count("Waiting", counts.waitlisted()));
        all.add(count("Perhaps", counts.tentative()));
        all.add(count("Not coming", counts.declined()));
        all.add(count("No answer", counts.invited() - answered));
        all.add(count("Invited", counts.invited()));
        all.add(new Content().with("label", "Mail failed").with("number", failed));
        return all;
    }

    private static Content count(String label, int number) {
        return new Content().with("label", label).with("number", Integer.toString(number));
    }

    private List<Content> filters(Optional<ParticipationStatus> filter) {
        return List.of(
                filter("All", Optional.empty(), filter),
                filter("Accepted", Optional.of(ParticipationStatus.ACCEPTED), filter),
                filter("Perhaps", Optional.of(ParticipationStatus.TENTATIVE), filter),
                filter("Not coming", Optional.of(ParticipationStatus.DECLINED), filter),
                filter("No answer", Optional.of(ParticipationStatus.NEEDS_ACTION), filter));
    }

    private Content filter(
            String label, Optional<ParticipationStatus> response, Optional<ParticipationStatus> current) {
        return new Content()
                .with("label", label)
                .with("current", response.equals(current))
                .with(
                        "href",
                        base
                                + response.map(only -> "?response=" + Words.of(only))
                                        .orElse("") + "#guests");
    }
}
