package dev.rollcall.uuid;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Put;
import dev.rollcall.port.Replacement;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes UUIDs, registers them, and tells what is registered. Thread-safe; every method blocks until the store has answered. */
public final class UuidService {

    /** The most UUIDs that one call makes. */
    public static final int MAX_BATCH = 1000;

    private static final String RESOURCE = "UUID";

    private final UuidRepository repository;
    private final UuidGenerator generator;
    private final InstantSource clock;
    private final WriteLane<UuidRegistration, UuidRegistration> adds;
    private final WriteLane<List<UuidRegistration>, List<UuidRegistration>> batches;
    private final WriteLane<Uuid, Put<UuidRegistration>> puts;
    private final WriteLane<Replacement<UuidRegistration>, UuidRegistration> updates;

    /**
     * The service over a store.
     *
     * @param repository the store of UUIDs
     * @param generator makes new ones
     * @param clock tells the time, in microseconds
     * @param writer groups writes into commits
     */
    public UuidService(UuidRepository repository, UuidGenerator generator, InstantSource clock, GroupWriter writer) {
        this.repository = repository;
        this.generator = generator;
        this.clock = clock;
        adds = writer.lane(
                "uuids.add", Comparator.comparing(UuidRegistration::uuid), Repeat.UNSAFE, repository::addAll);
        batches = writer.laneOfSingles("uuids.addTogether", Repeat.UNSAFE, this::addTogether);
        puts = writer.lane(
                "uuids.put",
                Comparator.naturalOrder(),
                Repeat.SAFE,
                uuids -> repository.putAll(uuids, clock.instant()));
        updates = writer.lane(
                "uuids.update",
                Comparator.comparing(replacement -> replacement.next().uuid()),
                Repeat.UNSAFE,
                repository::updateAll);
    }

    /**
     * Makes a UUID and registers it.
     *
     * @param version the version of UUID to make
     * @return the registration, which is in the store
     */
    public UuidRegistration create(UuidVersion version) {
        return adds.write(fresh(version, clock.instant()));
    }

    /**
     * Makes UUIDs and registers them, all or none.
     *
     * @param version the version of UUID to make
     * @param count the number: 1 to {@value #MAX_BATCH}
     * @return the registrations in the order in which they were made
     * @throws InvalidInputException where the count is out of bounds
     */
    public List<UuidRegistration> create(UuidVersion version, int count) {
        if (count < 1 || count > MAX_BATCH) {
            throw new InvalidInputException("must be from 1 to " + MAX_BATCH + ", not " + count);
        }
        Instant now = clock.instant();
        return batches.write(
                Stream.generate(() -> fresh(version, now)).limit(count).toList());
    }

    /**
     * Touches a UUID: moves its {@code updatedAt} to now, never back, or registers it where it is unknown.
     *
     * @param uuid the UUID
     * @return what is stored now, and whether this call registered it
     */
    public Put<UuidRegistration> put(Uuid uuid) {
        return puts.write(uuid);
    }

    /**
     * Touches a UUID that is registered, and only where it is what the caller expects.
     *
     * @param uuid the UUID
     * @param precondition the revision that the caller expects, if any
     * @return what is stored now
     * @throws NotFoundException where it is not registered
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     */
    public UuidRegistration touch(Uuid uuid, Precondition precondition) {
        return OptimisticWrite.change(
                RESOURCE,
                uuid.toString(),
                () -> repository.find(uuid),
                precondition,
                current -> updates.write(new Replacement<>(current.touched(clock.instant()), current.revision())));
    }

    /**
     * Tells what is known of a UUID.
     *
     * @param uuid the UUID
     * @return its registration
     * @throws NotFoundException where it is not registered
     */
    public UuidRegistration get(Uuid uuid) {
        return repository.find(uuid).orElseThrow(() -> new NotFoundException(RESOURCE, uuid.toString()));
    }

    private UuidRegistration fresh(UuidVersion version, Instant now) {
        return UuidRegistration.first(generator.next(version), now);
    }

    private List<UuidRegistration> addTogether(List<UuidRegistration> registrations) {
        repository.addTogether(registrations);
        return registrations;
    }
}
