package dev.rollcall.guid;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.port.OptimisticWrite;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.port.Removal;
import dev.rollcall.port.Replacement;
import dev.rollcall.port.Revision;
import dev.rollcall.value.Change;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Keeps GUIDs with their metadata. Reads of single GUIDs come from a bounded cache: what another process wrote is seen
 * after at most 5 seconds, what this one wrote at once, and an expired GUID never. Thread-safe; every method blocks until
 * the store has answered.
 */
public final class GuidService implements Sweepable {

    private static final String RESOURCE = "GUID";
    private static final String EXPIRY_MEMBER = "expire";

    private final GuidRepository repository;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final GuidCache cache = new GuidCache(Ticker.systemTicker());
    private final WriteLane<GuidRegistration, GuidRegistration> adds;
    private final WriteLane<Replacement<GuidRegistration>, GuidRegistration> updates;
    private final WriteLane<Removal<Guid>, Guid> removals;
    private final WriteLane<Integer, Integer> sweeps;

    /**
     * The service over a store.
     *
     * @param repository the store of GUIDs
     * @param clock tells the time, in microseconds
     * @param random makes GUIDs; cryptographically strong and thread-safe
     * @param writer groups writes into commits
     */
    public GuidService(GuidRepository repository, InstantSource clock, RandomGenerator random, GroupWriter writer) {
        this.repository = repository;
        this.clock = clock;
        this.random = random;
        adds = writer.lane(
                "guids.add",
                Comparator.comparing(GuidRegistration::guid),
                Repeat.UNSAFE,
                registrations -> repository.addAll(registrations, clock.instant()));
        updates = writer.lane(
                "guids.update",
                Comparator.comparing(replacement -> replacement.next().guid()),
                Repeat.UNSAFE,
                replacements -> repository.updateAll(replacements, clock.instant()));
        removals = writer.lane(
                "guids.remove",
                Comparator.comparing(Removal::id),
                Repeat.UNSAFE,
                removals -> repository.removeAll(removals, clock.instant()));
        sweeps = writer.laneOfSingles(
                "guids.sweep", Repeat.SAFE, limit -> repository.removeExpired(clock.instant(), limit));
    }

    /**
     * Stores a GUID, in place of an expired one of its name.
     *
     * @param guid its name; a random one where none is given
     * @param user the owner
     * @param expiry the time from which on it no longer exists; empty for 30 days from now
     * @return what was stored
     * @throws InvalidInputException where the expiry does not lie in the future
     * @throws dev.rollcall.error.AlreadyExistsException where there is a live GUID of that name
     */
    public GuidRegistration create(Optional<Guid> guid, GuidUser user, Optional<Expiry> expiry) {
        Instant now = clock.instant();
        expiry.ifPresent(given -> given.requireFuture(EXPIRY_MEMBER, now));
        Guid name = guid.orElseGet(() -> new Guid(random.nextLong(), random.nextLong()));
        try {
            return adds.write(new GuidRegistration(
                    name, user, expiry.orElseGet(() -> Expiry.defaultFrom(now)), Revision.first(now)));
        } finally {
            cache.forget(name);
        }
    }

    /**
     * Reads a GUID.
     *
     * @param guid the GUID
     * @return what is stored
     * @throws NotFoundException where there is none, or it has expired
     */
    public GuidRegistration get(Guid guid) {
        return find(guid).registration();
    }

    /**
     * Reads a GUID as something that is made of it, such as a text that shows it. The view is kept with the GUID, so that one
     * that is read often is seldom made again.
     *
     * @param guid the GUID
     * @param type the type of the view; immutable. Calls with the same type must make the same view
     * @param make makes the view of what is stored
     * @param <V> the type of the view
     * @return the view of what is stored
     * @throws NotFoundException if there is none, or it has expired
     */
    public <V> V get(Guid guid, Class<V> type, Function<? super GuidRegistration, ? extends V> make) {
        return find(guid).view(type, make);
    }

    /**
     * Lists the live GUIDs of a user, in the order of the GUIDs.
     *
     * @param user the user
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    public Page<GuidRegistration, Guid> list(GuidUser user, PageRequest<Guid> request) {
        return repository.list(user, request, clock.instant());
    }

    /**
     * Changes a GUID that is alive; an expired one is never revived.
     *
     * @param guid the GUID
     * @param change the members to change
     * @param precondition the revision that the caller expects, if any
     * @return what is stored now
     * @throws InvalidInputException where a new expiry does not lie in the future
     * @throws NotFoundException where there is none alive
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     */
    public GuidRegistration update(Guid guid, GuidChange change, Precondition precondition) {
        if (change.expiry() instanceof Change.Set<Expiry>(Expiry expiry)) {
            expiry.requireFuture(EXPIRY_MEMBER, clock.instant());
        }
        try {
            return OptimisticWrite.change(
                    RESOURCE,
                    guid.toString(),
                    () -> repository.find(guid, clock.instant()),
                    precondition,
                    current -> updates.write(
                            new Replacement<>(change.applyTo(current, clock.instant()), current.revision())));
        } finally {
            cache.forget(guid);
        }
    }

    /**
     * Removes a GUID.
     *
     * @param guid the GUID
     * @param precondition the revision that the caller expects, if any
     * @throws NotFoundException where there is none alive
     * @throws dev.rollcall.error.PreconditionFailedException where it is not what the caller demands
     */
    public void remove(Guid guid, Precondition precondition) {
        try {
            OptimisticWrite.change(
                    RESOURCE,
                    guid.toString(),
                    () -> repository.find(guid, clock.instant()),
                    precondition,
                    current -> removals.write(new Removal<>(guid, current.revision())));
        } finally {
            cache.forget(guid);
        }
    }

    @Override
    public int sweepStep() {
        return sweeps.write(STEP);
    }

    /** What is swept, as logs name it. */
    @Override
    public String toString() {
        return "GUIDs";
    }

    private CachedGuid find(Guid guid) {
        Optional<CachedGuid> found = cache.find(guid, name -> repository.find(name, clock.instant()));
        if (found.isEmpty() || !found.get().registration().isLive(clock.instant())) {
            throw new NotFoundException(RESOURCE, guid.toString());
        }
        return found.get();
    }
}
