package dev.rollcall.number;

import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.write.GroupWriter;
import dev.rollcall.write.Repeat;
import dev.rollcall.write.WriteLane;
import java.time.InstantSource;
import java.util.Comparator;

/** Writes numbers and reads them all. Thread-safe; every method blocks until the store has answered. */
public final class NumberService {

    private final NumberRepository repository;
    private final WriteLane<ExactNumber, Put<RegisteredNumber>> puts;

    /**
     * The service over a store.
     *
     * @param repository where the numbers are kept
     * @param clock tells the time, in microseconds
     * @param writer what the writes pass through
     */
    public NumberService(NumberRepository repository, InstantSource clock, GroupWriter writer) {
        this.repository = repository;
        puts = writer.lane(
                "numbers.put",
                Comparator.naturalOrder(),
                Repeat.SAFE,
                numbers -> repository.putAll(numbers, clock.instant()));
    }

    /**
     * Puts a number into the set.
     *
     * @param number which one
     * @return what is stored now, and whether this call put it there
     */
    public Put<RegisteredNumber> put(ExactNumber number) {
        return puts.write(number);
    }

    /**
     * Lists the set, in an order that is stable but need not be numeric.
     *
     * @param request which part
     * @return the page
     */
    public Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        return repository.list(request);
    }
}
