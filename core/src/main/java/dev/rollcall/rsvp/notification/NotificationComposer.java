package dev.rollcall.rsvp.notification;

import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Replacement;
import dev.rollcall.rsvp.answer.ParticipationStatus;
import dev.rollcall.rsvp.answer.Standing;
import dev.rollcall.rsvp.event.Event;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.EventRepository;
import dev.rollcall.rsvp.event.EventStatus;
import dev.rollcall.rsvp.event.InvitationId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.invitation.Delivery;
import dev.rollcall.rsvp.invitation.GuestListWriter;
import dev.rollcall.rsvp.invitation.Invitation;
import dev.rollcall.rsvp.invitation.InvitationRepository;
import dev.rollcall.rsvp.link.LinkRepository;
import dev.rollcall.rsvp.outbox.MessageId;
import dev.rollcall.rsvp.outbox.NotificationKind;
import dev.rollcall.rsvp.outbox.OutboxJob;
import dev.rollcall.rsvp.outbox.OutboxMessage;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import dev.rollcall.rsvp.user.UserService;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Composes queued notifications, and drops those that are out of date. Thread-safe. */
final class NotificationComposer {

    private final EventRepository events;
    private final InvitationRepository invitations;
    private final UserRepository users;
    private final NotificationLinks links;
    private final OutboxWriter outbox;
    private final GuestListWriter guests;
    private final WriteLane<Replacement<Invitation>, Invitation> updates;
    private final InstantSource clock;

    NotificationComposer(
            EventRepository events,
            InvitationRepository invitations,
            UserRepository users,
            LinkRepository links,
            OutboxWriter outbox,
            GuestListWriter guests,
            GroupWriter writer,
            InstantSource clock,
            RandomGenerator random) {
        this.events = events;
        this.invitations = invitations;
        this.users = users;
        this.links = new NotificationLinks(links, writer, random);
        this.outbox = outbox;
        this.guests = guests;
        this.clock = clock;
        updates = writer.lane(
                "invitations.update",
                Comparator.comparing(replacement -> replacement.next().key()),
                Repeat.UNSAFE,
                invitations::updateAll);
    }

    /** The next step for a queued message. */
    sealed interface Next {

        /** Nothing is left to do. */
        record Done() implements Next {}

        /**
         * A notification must be sent.
         *
         * @param notification the notification
         */
        record Send(Notification notification) implements Next {}
    }

    /** Decides what becomes of a queued message, and composes its notification. */
    Next next(OutboxMessage message) {
        Optional<Event> event = events.find(message.event());
        if (event.isEmpty()) {
            return new Next.Done();
        }
        return switch (message.task()) {
            case OutboxJob.PROMOTION -> {
                guests.promote(message.event());
                yield new Next.Done();
            }
            case NotificationKind kind ->
                message.invitation()
                        .map(id -> toGuest(kind, message, event.get(), id))
                        .orElseGet(() -> toAll(kind, message, event.get()));
        };
    }

    /** Notes what became of a notification on the guest's invitation, if it is to a guest. */
    void delivered(OutboxMessage message, Delivery delivery) {
        message.invitation().map(id -> new InvitationKey(message.event(), id)).ifPresent(key -> {
            try {
                OptimisticWrite.change(
                        "invitation",
                        key.id().value(),
                        () -> invitations.find(key),
                        Precondition.NONE,
                        current -> current.delivery().equals(delivery)
                                ? current
                                : updates.write(new Replacement<>(
                                        current.delivered(delivery, clock.instant()), current.revision())));
            } catch (NotFoundException gone) {
                // Nobody is left who would want to know.
            }
        });
    }

    private Next toGuest(NotificationKind kind, OutboxMessage message, Event event, InvitationId id) {
        Optional<Invitation> guest = invitations.find(new InvitationKey(event.id(), id));
        if (guest.isEmpty() || !isStillTrue(kind, message, event, guest.get())) {
            return new Next.Done();
        }
        Invitation invitation = guest.get();
        boolean mayAnswer = !invitation.isWithdrawn() && event.isOpen(clock.instant());
        return new Next.Send(new Notification(
                message.id(),
                kind,
                event,
                organizer(event),
                guest,
                mayAnswer ? Optional.of(links.of(message.id(), invitation)) : Optional.empty(),
                List.of(),
                List.of(),
                clock.instant()));
    }

    /** Forgets the link of a notification that is not tried again. */
    void forget(MessageId id) {
        links.forget(id);
    }

    private static boolean isStillTrue(NotificationKind kind, OutboxMessage message, Event event, Invitation guest) {
        if (kind == NotificationKind.WITHDRAWN) {
            return guest.isWithdrawn();
        }
        boolean cancelled = event.details().status() == EventStatus.CANCELLED;
        if (guest.isWithdrawn() || cancelled != (kind == NotificationKind.CANCELLED)) {
            return false;
        }
        return switch (kind) {
            case INVITATION, CANCELLED -> true;
            case CHANGED -> message.sequence() == event.sequence();
            case PROMOTED, START_REMINDER ->
                guest.standing() == Standing.CONFIRMED && message.sequence() == event.sequence();
            case DEADLINE_REMINDER -> guest.isAwaited(event) && message.sequence() == event.sequence();
            case WITHDRAWN, DIGEST -> false;
        };
    }

    private Next toAll(NotificationKind kind, OutboxMessage message, Event event) {
        return switch (kind) {
            case DIGEST -> digest(message, event);
            case CHANGED, CANCELLED, DEADLINE_REMINDER, START_REMINDER -> {
                enqueueForEach(kind, message, event);
                yield new Next.Done();
            }
            case INVITATION, WITHDRAWN, PROMOTED -> new Next.Done();
        };
    }

    /** Queues one message for each guest. Repeated, it queues the same messages. */
    private void enqueueForEach(NotificationKind kind, OutboxMessage message, Event event) {
        Instant now = clock.instant();
        eachPage(event.id(), page -> {
            List<OutboxMessage> messages = page.stream()
                    .filter(guest -> guest.answer().response() != ParticipationStatus.DECLINED
                            || kind == NotificationKind.CHANGED)
                    .map(guest -> message.toGuest(guest.key().id(), now))
                    .filter(one -> page.stream()
                            .filter(guest -> one.invitation()
                                    .equals(Optional.of(guest.key().id())))
                            .allMatch(guest -> isStillTrue(kind, one, event, guest)))
                    .toList();
            if (!messages.isEmpty()) {
                outbox.enqueue(messages);
            }
        });
    }

    private Next digest(OutboxMessage message, Event event) {
        Instant from = message.revision().createdAt().truncatedTo(ChronoUnit.HOURS);
        Predicate<Instant> isWithin = at -> !at.isBefore(from) && at.isBefore(from.plus(OutboxMessage.DIGEST_WINDOW));
        List<Invitation> answered = new ArrayList<>();
        List<Notification.ForeignReply> foreign = new ArrayList<>();
        eachPage(
                event.id(),
                page -> page.forEach(guest -> {
                    guest.reply().answeredAt().filter(isWithin).ifPresent(at -> answered.add(guest));
                    guest.reply().foreignReplies().replies().stream()
                            .filter(reply -> isWithin.test(reply.at()))
                            .map(reply -> new Notification.ForeignReply(guest.guest(), reply.address()))
                            .forEach(foreign::add);
                }));
        if (answered.isEmpty() && foreign.isEmpty()) {
            return new Next.Done();
        }
        return new Next.Send(new Notification(
                message.id(),
                NotificationKind.DIGEST,
                event,
                organizer(event),
                Optional.empty(),
                Optional.empty(),
                answered,
                foreign,
                clock.instant()));
    }

    private void eachPage(EventId event, Consumer<List<Invitation>> work) {
        PageRequest<InvitationId> request = PageRequest.first(PageRequest.MAX_LIMIT);
        while (true) {
            Page<Invitation, InvitationId> page = invitations.list(event, request);
            work.accept(page.items());
            if (page.next().isEmpty()) {
                return;
            }
            request = request.startingAfter(page.next().get());
        }
    }

    private User organizer(Event event) {
        UserId id = event.details().organizerId();
        return users.find(id).orElseThrow(() -> new NotFoundException(UserService.RESOURCE, id.value()));
    }
}
