package dev.rollcall.rsvp;

import dev.rollcall.InvalidInputException;
import dev.rollcall.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Makes invitations. Thread-safe. */
final class Inviting {

    private final InvitationRepository invitations;
    private final UserRepository users;
    private final GuestListStep step;
    private final InstantSource clock;
    private final RandomGenerator random;

    Inviting(
            InvitationRepository invitations,
            UserRepository users,
            GuestListStep step,
            InstantSource clock,
            RandomGenerator random) {
        this.invitations = invitations;
        this.users = users;
        this.step = step;
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
        List<InvitationOutcome> outcomes = new ArrayList<>(drafts.size());
        do {
            List<Outcome<Draft>> rest = resolved.subList(outcomes.size(), resolved.size());
            outcomes.addAll(step.make(event, list -> inviteSome(event, rest, message, list))
                    .result());
        } while (outcomes.size() < drafts.size());
        return outcomes;
    }

    /** As many as one step can carry: at least one. */
    private List<InvitationOutcome> inviteSome(
            EventId event, List<Outcome<Draft>> drafts, Optional<String> message, GuestList list) {
        Instant now = clock.instant();
        list.requireAhead();
        Map<InvitationId, Invitation> present = invitations
                .findAll(
                        event,
                        drafts.stream()
                                .flatMap(draft -> draft instanceof Outcome.Success<Draft>(Draft valid)
                                        ? Optional.of(InvitationId.of(
                                                        event, valid.guest().email()))
                                                .stream()
                                        : Optional.<InvitationId>empty().stream())
                                .collect(Collectors.toUnmodifiableSet()))
                .stream()
                .collect(Collectors.toMap(guest -> guest.key().id(), Function.identity()));
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
            EventId event,
            Draft draft,
            Optional<String> message,
            GuestList list,
            Map<InvitationId, Invitation> present,
            Instant now) {
        InvitationKey key =
                new InvitationKey(event, InvitationId.of(event, draft.guest().email()));
        Invitation there = present.get(key.id());
        if (there != null && !there.isWithdrawn()) {
            return new InvitationOutcome.Exists(there);
        }
        Invitation invited = there == null
                ? list.add(Invitation.first(
                        key, draft.guest(), draft.partyLimit(), message, LinkToken.random(random), now))
                : list.renew(there, draft.guest(), draft.partyLimit(), message);
        present.put(key.id(), invited);
        return new InvitationOutcome.Created(invited);
    }

    /** Whom a draft means. */
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
