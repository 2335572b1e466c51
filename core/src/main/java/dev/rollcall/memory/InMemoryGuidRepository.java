package dev.rollcall.memory;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.guid.Guid;
import dev.rollcall.guid.GuidRegistration;
import dev.rollcall.guid.GuidRepository;
import dev.rollcall.guid.GuidUser;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryGuidRepository implements GuidRepository {

    private static final String RESOURCE = "GUID";

    private final InMemoryTable<Guid, GuidRegistration> table = new InMemoryTable<>(RESOURCE, GuidRegistration::guid);

    @Override
    public List<Outcome<GuidRegistration>> addAll(List<GuidRegistration> registrations, Instant now) {
        return registrations.stream()
                .map(one -> Outcome.of(() -> insert(one, now)))
                .toList();
    }

    @Override
    public List<Outcome<GuidRegistration>> updateAll(List<Replacement<GuidRegistration>> replacements, Instant now) {
        return replacements.stream()
                .map(one -> Outcome.of(() -> table.replace(one.next(), one.expected(), alive(now))))
                .toList();
    }

    @Override
    public List<Outcome<Guid>> removeAll(List<Removal<Guid>> removals, Instant now) {
        return removals.stream()
                .map(one -> Outcome.of(() -> table.remove(one.id(), one.expected(), alive(now))))
                .toList();
    }

    @Override
    public List<Outcome<GuidRegistration>> restoreAll(List<GuidRegistration> registrations, Instant now) {
        return registrations.stream()
                .map(one -> Outcome.of(() -> table.restore(one, alive(now))))
                .toList();
    }

    @Override
    public Page<GuidRegistration, Guid> list(PageRequest<Guid> request, Instant now) {
        return table.page(request, alive(now));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return table.removeWhere(alive(now).negate(), limit);
    }

    @Override
    public Optional<GuidRegistration> find(Guid guid, Instant now) {
        return table.find(guid).filter(alive(now));
    }

    @Override
    public Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request, Instant now) {
        return table.page(request, alive(now).and(one -> one.user().equals(user)));
    }

    private GuidRegistration insert(GuidRegistration registration, Instant now) {
        if (!table.add(registration, alive(now).negate())) {
            throw new AlreadyExistsException(
                    RESOURCE, "guid", registration.guid().toString());
        }
        return registration;
    }

    private static Predicate<GuidRegistration> alive(Instant now) {
        return one -> !one.expiry().hasPassed(now);
    }
}
