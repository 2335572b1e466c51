package dev.rollcall.rsvp.invitation;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.LoggableError;
import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import dev.rollcall.rsvp.event.EventId;
import dev.rollcall.rsvp.event.InvitationKey;
import dev.rollcall.rsvp.link.LinkToken;
import dev.rollcall.rsvp.user.EmailAddress;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes invitations. Thread-safe. */
final class InvitationCreator {

    /** Instead of the number of guests of a step: the caller no longer waits, so no step may begin. */
    private static final int GIVEN_UP = -1;

    private static final Logger LOG = System.getLogger(InvitationCreator.class.getName());

    private final InvitationRepository invitations;
    private final UserRepository users;
    private final GuestListWriter guests;
    private final InstantSource clock;
    private final RandomGenerator random;

    InvitationCreator(
            InvitationRepository invitations,
            UserRepository users,
            GuestListWriter guests,
            InstantSource clock,
            RandomGenerator random) {
        this.invitations = invitations;
        this.users = users;
        this.guests = guests;
        this.clock = clock;
        this.random = random;
    }

    /** See {@link InvitationService#invite}. */
    List<InvitationOutcome> invite(EventId event, List<Outcome<InvitationDraft>> drafts, Optional<String> message) {
        List<Outcome<Draft>> resolved = drafts.stream()
                .map(draft -> draft instanceof Outcome.Success<InvitationDraft>(InvitationDraft valid)
                        ? Outcome.of(() -> resolve(valid))
                        : draft.<Draft>map(unreachable -> {
                            throw new IllegalStateException("a failure has nothing to map");
                        }))
                .toList();
        Instant end = clock.instant().plus(guests.patience());
        List<InvitationOutcome> outcomes =
                new ArrayList<>(guests.change(event, list -> inviteSome(event, resolved, message, list)));
        while (outcomes.size() < resolved.size()) {
            List<Outcome<Draft>> rest = resolved.subList(outcomes.size(), resolved.size());
            Duration left = Duration.between(clock.instant(), end);
            outcomes.addAll(left.isPositive() ? inviteMore(event, rest, message, left) : notDone(rest, tooSlow()));
        }
        return outcomes;
    }

    /** A step after the first: where it fails, it has to be told who was invited before. */
    private List<InvitationOutcome> inviteMore(
            EventId event, List<Outcome<Draft>> drafts, Optional<String> message, Duration longest) {
        AtomicInteger carried = new AtomicInteger();
        try {
            return guests.change(
                    event,
                    list -> {
                        int before = carried.get();
                        List<InvitationOutcome> outcomes = inviteSome(event, drafts, message, list);
                        if (before == GIVEN_UP || !carried.compareAndSet(before, outcomes.size())) {
                            throw tooSlow();
                        }
                        return outcomes;
                    },
                    longest);
        } catch (RollcallException failed) {
            LOG.log(Level.WARNING, "Not all guests were invited to event " + event, LoggableError.of(failed));
            int last = carried.getAndSet(GIVEN_UP);
            int written = isOutcomeUnknown(failed) ? last : 0;
            List<InvitationOutcome> outcomes = new ArrayList<>(drafts.size());
            outcomes.addAll(notInvited(drafts.subList(0, written), new InvitationOutcome.Unknown(failed)));
            outcomes.addAll(notDone(drafts.subList(written, drafts.size()), failed));
            return outcomes;
        }
    }

    private static List<InvitationOutcome> notDone(List<Outcome<Draft>> drafts, RollcallException cause) {
        return notInvited(drafts, new InvitationOutcome.NotDone(cause));
    }

    /** A guest who cannot be invited at all gets that error in any case. */
    private static List<InvitationOutcome> notInvited(List<Outcome<Draft>> drafts, InvitationOutcome outcome) {
        return drafts.stream()
                .map(draft -> draft instanceof Outcome.Failure<Draft>(RollcallException cause)
                        ? new InvitationOutcome.Invalid(cause.detail())
                        : outcome)
                .toList();
    }

    private static boolean isOutcomeUnknown(RollcallException failed) {
        return failed instanceof StoreUnavailableException unavailable
                && unavailable.reason() == Reason.OUTCOME_UNKNOWN;
    }

    private static StoreUnavailableException tooSlow() {
        return new StoreUnavailableException(
                Reason.OVERLOADED,
                "The store took too long with the guests before this one. Nothing was written for this guest.");
    }

    /** As many as one step can carry: at least one. */
    private List<InvitationOutcome> inviteSome(
            EventId event, List<Outcome<Draft>> drafts, Optional<String> message, GuestList list) {
        Instant now = clock.instant();
        list.requireAhead();
        InvitedGuests present = InvitedGuests.of(
                invitations,
                event,
                drafts.stream()
                        .flatMap(draft -> draft instanceof Outcome.Success<Draft>(Draft valid)
                                ? Stream.of(valid.guest().email())
                                : Stream.empty())
                        .toList());
        List<InvitationOutcome> outcomes = new ArrayList<>(drafts.size());
        for (Outcome<Draft> draft : drafts) {
            if (list.isFull()) {
                break;
            }
            outcomes.add(
                    switch (draft) {
                        case Outcome.Failure<Draft>(var cause) -> new InvitationOutcome.Invalid(cause.detail());
                        case Outcome.Success<Draft>(Draft valid) -> invite(event, valid, message, list, present, now);
                    });
        }
        return outcomes;
    }

    private InvitationOutcome invite(
            EventId event, Draft draft, Optional<String> message, GuestList list, InvitedGuests present, Instant now) {
        EmailAddress email = draft.guest().email();
        Invitation there = present.find(email).orElse(null);
        if (there != null && !there.isWithdrawn()) {
            return new InvitationOutcome.Exists(there);
        }
        Invitation invited = there == null
                ? list.add(Invitation.first(
                        new InvitationKey(event, present.idFor(email)),
                        draft.guest(),
                        draft.partyLimit(),
                        message,
                        LinkToken.random(random),
                        now))
                : list.renew(there, draft.guest(), draft.partyLimit(), message);
        present.put(invited);
        return new InvitationOutcome.Created(invited);
    }

    /** Returns the guest of a draft. */
    private Draft resolve(InvitationDraft draft) {
        if (draft.user().isEmpty()) {
            EmailAddress email = draft.email().orElseThrow();
            return new Draft(new Guest(email, draft.name(), Optional.empty()), draft.partyLimit());
        }
        UserId id = draft.user().get();
        User user = users.find(id)
                .orElseThrow(() -> new InvalidInputException(
                        "user_id must be an existing user; there is no '" + id + "'. Give an email instead."));
        return new Draft(new Guest(user.email(), draft.name().or(user::name), Optional.of(id)), draft.partyLimit());
    }

    private record Draft(Guest guest, Optional<Integer> partyLimit) {}
}
