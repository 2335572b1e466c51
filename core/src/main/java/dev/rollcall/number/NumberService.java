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
     * @param repository the store of numbers
     * @param clock tells the time, in microseconds
     * @param writer groups writes into commits
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
     * @param number the number
     * @return what is stored now, and whether this call put it there
     */
    public Put<RegisteredNumber> put(ExactNumber number) {
        return puts.write(number);
    }

    /**
     * Lists the set, in an order that is stable but need not be numeric.
     *
     * @param request the page: the position after which it begins, and the largest number of items
     * @return the page
     */
    public Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        return repository.list(request);
    }
}
