package dev.rollcall.memory;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;

final class InMemoryNumberRepository implements NumberRepository {

    private final InMemoryTable<ExactNumber, RegisteredNumber> table =
            new InMemoryTable<>("number", RegisteredNumber::number);

    @Override
    public List<Outcome<Put<RegisteredNumber>>> putAll(List<ExactNumber> numbers, Instant now) {
        return numbers.stream()
                .map(number -> Outcome.success(putOne(number, now)))
                .toList();
    }

    @Override
    public List<Outcome<RegisteredNumber>> restoreAll(List<RegisteredNumber> numbers) {
        return numbers.stream()
                .map(one -> Outcome.of(() -> table.restore(one, present -> true)))
                .toList();
    }

    @Override
    public Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        return table.page(request, present -> true);
    }

    private Put<RegisteredNumber> putOne(ExactNumber number, Instant now) {
        RegisteredNumber stored = table.put(
                number,
                present -> new RegisteredNumber(
                        number, present.map(known -> known.revision().next()).orElseGet(() -> Revision.first(now))));
        return new Put<>(stored, stored.revision().count() == 1);
    }
}
