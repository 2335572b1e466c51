package dev.rollcall.memory;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.AlreadyExistsException.Taken;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Restoration;
import dev.rollcall.port.Revision;
import dev.rollcall.rsvp.link.LinkOwner;
import dev.rollcall.rsvp.user.User;
import dev.rollcall.rsvp.user.UserId;
import dev.rollcall.rsvp.user.UserRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class InMemoryUserRepository implements UserRepository {

    private final InMemoryRsvp rsvp;

    InMemoryUserRepository(InMemoryRsvp rsvp) {
        this.rsvp = rsvp;
    }

    @Override
    public List<Outcome<User>> addAll(List<User> users) {
        return users.stream()
                .map(user -> Outcome.of(() -> rsvp.exclusively(() -> insert(user))))
                .toList();
    }

    @Override
    public List<Outcome<User>> updateAll(List<Replacement<User>> replacements) {
        return replacements.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> replace(one))))
                .toList();
    }

    @Override
    public List<Outcome<UserId>> removeAll(List<Removal<UserId>> removals) {
        return removals.stream()
                .map(one -> Outcome.of(() -> rsvp.exclusively(() -> delete(one))))
                .toList();
    }

    @Override
    public List<Outcome<User>> restoreAll(List<User> users) {
        return users.stream()
                .map(user -> Outcome.of(() -> rsvp.exclusively(() -> restore(user))))
                .toList();
    }

    @Override
    public Optional<User> find(UserId id) {
        return rsvp.users.find(id);
    }

    @Override
    public Page<User, UserId> list(PageRequest<UserId> request) {
        return rsvp.users.page(request, present -> true);
    }

    private User insert(User user) {
        List<Taken> taken = new ArrayList<>();
        rsvp.users
                .find(user.id())
                .ifPresent(other -> taken.add(new Taken("user_id", user.id().value())));
        if (rsvp.owners.containsKey(user.email().key())) {
            taken.add(new Taken("email", user.email().typed()));
        }
        if (!taken.isEmpty()) {
            throw new AlreadyExistsException("user", taken);
        }
        rsvp.users.add(user, present -> false);
        rsvp.owners.put(user.email().key(), user.id());
        return user;
    }

    private User replace(Replacement<User> replacement) {
        User next = replacement.next();
        Optional<User> before = current(next.id(), replacement.expected());
        if (before.isPresent() && !isOwn(next)) {
            List<Taken> taken = takenEmail(next);
            if (!taken.isEmpty()) {
                throw new AlreadyExistsException("user", taken);
            }
        }
        rsvp.users.replace(next, replacement.expected(), present -> true);
        before.ifPresent(user -> rsvp.owners.remove(user.email().key()));
        rsvp.owners.put(next.email().key(), next.id());
        return next;
    }

    private User restore(User user) {
        Optional<User> before = rsvp.users.find(user.id());
        if (Restoration.isNeeded("user", user.id().value(), user, before) && !isOwn(user)) {
            List<Taken> taken = takenEmail(user);
            if (!taken.isEmpty()) {
                throw new AlreadyExistsException("user", taken);
            }
        }
        rsvp.users.restore(user, present -> true);
        before.ifPresent(one -> rsvp.owners.remove(one.email().key()));
        rsvp.owners.put(user.email().key(), user.id());
        return user;
    }

    private UserId delete(Removal<UserId> removal) {
        UserId id = removal.id();
        Optional<User> before = current(id, removal.expected());
        if (before.isPresent() && organizes(id)) {
            throw UserRepository.organizesEvents(id);
        }
        rsvp.users.remove(id, removal.expected(), present -> true);
        before.ifPresent(user -> {
            rsvp.owners.remove(user.email().key());
            rsvp.secrets.remove(LinkOwner.of(user).subject());
        });
        return id;
    }

    /** The user where it is at the revision expected; what it clashes with matters only then. */
    private Optional<User> current(UserId id, Revision expected) {
        return rsvp.users.find(id).filter(user -> user.revision().equals(expected));
    }

    private boolean organizes(UserId id) {
        for (var event : rsvp.events.all()) {
            if (event.details().organizerId().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private List<Taken> takenEmail(User user) {
        return rsvp.owners.containsKey(user.email().key())
                ? List.of(new Taken("email", user.email().typed()))
                : List.of();
    }

    private boolean isOwn(User user) {
        return user.id().equals(rsvp.owners.get(user.email().key()));
    }
}
