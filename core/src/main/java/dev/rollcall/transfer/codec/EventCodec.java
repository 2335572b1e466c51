package dev.rollcall.transfer.codec;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventCounts;
import dev.rollcall.rsvp.event.EventDetails;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.EventTime;
import dev.rollcall.rsvp.event.EventZone;
import dev.rollcall.rsvp.event.WaitlistPolicy;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.storage.Repositories;
import dev.rollcall.value.TextRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The portable form of events. A time of an event is two members, its instant and its local time: neither follows from the other,
 * because the rules of a zone may change.
 */
public final class EventCodec implements RecordCodec<Event> {

    /** The codec, which has no state. */
    public EventCodec() {}

    private static final TextRule UID = TextRule.line(1, 255);
    private static final String WALL = "_local";

    /** No zone is further from UTC. */
    private static final Duration MAX_OFFSET = Duration.ofHours(18);

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String id(Event value) {
        return value.id().value();
    }

    @Override
    public Members write(Event event) {
        MemberWriter out = new MemberWriter().with("event_id", event.id());
        write(out, event.details());
        write(out.with("uid", event.uid()).with("sequence", event.sequence()), event.counts());
        return out.with("updated_at", event.updatedAt()).ending(event.revision());
    }

    private static void write(MemberWriter out, EventDetails details) {
        out.with("title", details.title())
                .withAny("description", details.description())
                .withAny("location", details.location())
                .with("organizer_id", details.organizerId());
        write(out, "starts_at", Optional.of(details.startsAt()));
        write(out, "ends_at", details.endsAt());
        out.with("time_zone", details.timeZone())
                .with("all_day", details.allDay())
                .withAny("capacity", details.capacity())
                .with("waitlist", details.waitlist())
                .withAny("party_limit", details.partyLimit());
        write(out, "rsvp_deadline", details.rsvpDeadline());
        out.with("status", details.status());
    }

    private static void write(MemberWriter out, String name, Optional<EventTime> time) {
        time.ifPresent(present -> out.with(name, present.instant()).with(name + WALL, Moments.text(present.local())));
    }

    private static void write(MemberWriter out, EventCounts counts) {
        out.with("invited", counts.invited())
                .with("accepted", counts.accepted())
                .with("tentative", counts.tentative())
                .with("declined", counts.declined())
                .with("waitlisted", counts.waitlisted())
                .with("seats", counts.seats());
    }

    @Override
    public Event read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<EventId> id = in.required("event_id", EventId::new);
        Supplier<EventDetails> details = details(in);
        Optional<String> uid = in.required("uid", UID::require);
        Optional<Integer> sequence = in.integer("sequence");
        Supplier<EventCounts> counts = counts(in);
        Optional<Revision> revision = in.revision();
        Optional<Instant> updatedAt = in.updatedAt(revision);
        in.requireValid();
        return new Event(
                id.orElseThrow(),
                details.get(),
                uid.orElseThrow(),
                sequence.orElseThrow(),
                counts.get(),
                updatedAt.orElseThrow(),
                revision.orElseThrow());
    }

    @Override
    public Page<Event, String> page(Repositories ports, PageRequest<String> request, Instant now) {
        return RecordCodec.page(request, EventId::new, ports.events()::list);
    }

    @Override
    public List<Outcome<Event>> restore(Repositories ports, List<Event> values, Instant now) {
        return ports.events().restoreAll(values);
    }

    /** Reads the members now, and makes the details of them once it is known that none is wrong. */
    private static Supplier<EventDetails> details(MemberReader in) {
        Optional<String> title = in.required("title", Function.identity());
        Optional<String> description = in.optional("description", Function.identity());
        Optional<String> location = in.optional("location", Function.identity());
        Optional<UserId> organizer = in.required("organizer_id", UserId::new);
        Optional<EventTime> start = time(in, "starts_at", in.required("starts_at", Moments::instant));
        Optional<EventTime> end = time(in, "ends_at", in.optional("ends_at", Moments::instant));
        Optional<EventZone> zone = in.required("time_zone", Function.identity())
                .flatMap(name -> start.map(moment -> EventZone.stored(name, moment)));
        Optional<Boolean> allDay = in.required("all_day", MemberReader::flag);
        Optional<Integer> capacity = in.optional("capacity", MemberReader::integerOf);
        Optional<WaitlistPolicy> waitlist = in.constant("waitlist", WaitlistPolicy.class);
        Optional<Integer> party = in.optional("party_limit", MemberReader::integerOf);
        Optional<EventTime> deadline = time(in, "rsvp_deadline", in.optional("rsvp_deadline", Moments::instant));
        Optional<EventStatus> status = in.constant("status", EventStatus.class);
        return () -> new EventDetails(
                title.orElseThrow(),
                description,
                location,
                organizer.orElseThrow(),
                start.orElseThrow(),
                end,
                zone.orElseThrow(),
                allDay.orElseThrow(),
                capacity,
                waitlist.orElseThrow(),
                party,
                deadline,
                status.orElseThrow());
    }

    private static Optional<EventTime> time(MemberReader in, String name, Optional<Instant> instant) {
        return instant.flatMap(moment -> in.required(name + WALL, text -> {
            LocalDateTime wall = Moments.wall(text);
            Duration offset = Duration.between(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), wall);
            if (offset.abs().compareTo(MAX_OFFSET) > 0) {
                throw new InvalidInputException("must be the same moment as " + name + " in some zone");
            }
            return new EventTime(wall, moment);
        }));
    }

    private static Supplier<EventCounts> counts(MemberReader in) {
        Optional<Integer> invited = in.integer("invited");
        Optional<Integer> accepted = in.integer("accepted");
        Optional<Integer> tentative = in.integer("tentative");
        Optional<Integer> declined = in.integer("declined");
        Optional<Integer> waitlisted = in.integer("waitlisted");
        Optional<Integer> seats = in.integer("seats");
        return () -> new EventCounts(
                invited.orElseThrow(),
                accepted.orElseThrow(),
                tentative.orElseThrow(),
                declined.orElseThrow(),
                waitlisted.orElseThrow(),
                seats.orElseThrow());
    }
}
