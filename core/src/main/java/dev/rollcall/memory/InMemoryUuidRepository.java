package dev.rollcall.memory;

import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import dev.rollcall.uuid.Uuid;
import dev.rollcall.uuid.UuidRegistration;
import dev.rollcall.uuid.UuidRepository;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

final class InMemoryUuidRepository implements UuidRepository {

    private static final String RESOURCE = "UUID";

    private final InMemoryTable<Uuid, UuidRegistration> table = new InMemoryTable<>(RESOURCE, UuidRegistration::uuid);

    /** Held while inserting, so that all of a batch are inserted or none. */
    private final ReentrantLock inserts = new ReentrantLock();

    @Override
    public List<Outcome<UuidRegistration>> addAll(List<UuidRegistration> registrations) {
        return registrations.stream().map(one -> Outcome.of(() -> insert(one))).toList();
    }

    @Override
    public void addTogether(List<UuidRegistration> registrations) {
        inserts.lock();
        try {
            Set<Uuid> given = new HashSet<>();
            for (UuidRegistration one : registrations) {
                if (!given.add(one.uuid()) || table.find(one.uuid()).isPresent()) {
                    throw taken(one);
                }
            }
            registrations.forEach(this::insert);
        } finally {
            inserts.unlock();
        }
    }

    @Override
    public List<Outcome<Put<UuidRegistration>>> putAll(List<Uuid> uuids, Instant now) {
        return uuids.stream().map(uuid -> Outcome.success(putOne(uuid, now))).toList();
    }

    @Override
    public List<Outcome<UuidRegistration>> updateAll(List<Replacement<UuidRegistration>> replacements) {
        return replacements.stream()
                .map(one -> Outcome.of(() -> table.replace(one.next(), one.expected(), present -> true)))
                .toList();
    }

    @Override
    public List<Outcome<UuidRegistration>> restoreAll(List<UuidRegistration> registrations) {
        return registrations.stream().map(one -> Outcome.of(() -> restore(one))).toList();
    }

    @Override
    public Optional<UuidRegistration> find(Uuid uuid) {
        return table.find(uuid);
    }

    @Override
    public Page<UuidRegistration, Uuid> list(PageRequest<Uuid> request) {
        return table.page(request, present -> true);
    }

    private UuidRegistration restore(UuidRegistration registration) {
        inserts.lock();
        try {
            return table.restore(registration, present -> true);
        } finally {
            inserts.unlock();
        }
    }

    private UuidRegistration insert(UuidRegistration registration) {
        inserts.lock();
        try {
            if (!table.add(registration, present -> false)) {
                throw taken(registration);
            }
            return registration;
        } finally {
            inserts.unlock();
        }
    }

    private Put<UuidRegistration> putOne(Uuid uuid, Instant now) {
        inserts.lock();
        try {
            UuidRegistration stored = table.put(
                    uuid,
                    present -> present.map(known -> known.touched(now))
                            .orElseGet(() -> UuidRegistration.first(uuid, now)));
            return new Put<>(stored, stored.revision().count() == 1);
        } finally {
            inserts.unlock();
        }
    }

    private static AlreadyExistsException taken(UuidRegistration registration) {
        return new AlreadyExistsException(RESOURCE, "uuid", registration.uuid().toString());
    }
}
