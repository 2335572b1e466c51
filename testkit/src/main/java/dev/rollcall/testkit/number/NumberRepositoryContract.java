package dev.rollcall.testkit.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.number.ExactNumber;
import dev.rollcall.number.NumberRepository;
import dev.rollcall.number.RegisteredNumber;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.Page;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Put;
import dev.rollcall.port.Revision;
import dev.rollcall.testkit.contract.ListContract;
import dev.rollcall.testkit.contract.Listing;
import dev.rollcall.testkit.contract.Outcomes;
import dev.rollcall.testkit.contract.RestoreThenPutContract;
import dev.rollcall.testkit.fixture.Fresh;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link NumberRepository} promises. */
public interface NumberRepositoryContract
        extends ListContract<RegisteredNumber, ExactNumber>, RestoreThenPutContract<RegisteredNumber, ExactNumber> {

    /** All 38 digits come back, before the point and after it, of either sign. */
    @Test
    default void putShouldKeepEveryDigit() {
        List<ExactNumber> numbers = Stream.of(
                        "9999999999999999999999999999.9999999999",
                        "9999999999999999999999999999.9999999998",
                        "-9999999999999999999999999999.9999999999",
                        "1000000000000000000000000000",
                        "1000000000000000000000000000.0000000001",
                        "1234567890123456789012345678.0123456789",
                        "0.0000000001",
                        "-0.0000000001",
                        "0",
                        "1",
                        "-1",
                        "0.1",
                        "0.3",
                        "9007199254740993",
                        "18446744073709551616",
                        "-9223372036854775809",
                        "42",
                        "1.5")
                .map(ExactNumber::parse)
                .toList();

        List<Put<RegisteredNumber>> puts =
                putAll(numbers, Fresh.instant()).stream().map(Outcomes::success).toList();

        assertThat(puts).map(put -> put.stored().number()).isEqualTo(numbers);
        List<ExactNumber> listed = Listing.all(this::list, PageRequest.MAX_LIMIT).stream()
                .map(RegisteredNumber::number)
                .toList();
        assertThat(listed).containsAll(numbers).doesNotHaveDuplicates();
    }

    /** A number has one form: trailing zeros make no other. */
    @Test
    default void putShouldStoreANumberOnceHoweverItIsWritten() {
        BigDecimal random =
                Fresh.number().value().setScale(0, RoundingMode.DOWN).abs();
        String half = random + ".5";
        Instant now = Fresh.instant();

        List<Put<RegisteredNumber>> puts = Stream.of(half, half + "0", half + "000000000")
                .map(ExactNumber::parse)
                .map(number -> put(number, now))
                .toList();

        assertThat(puts).map(Put::inserted).containsExactly(true, false, false);
        assertThat(puts).map(put -> put.stored().number().toString()).containsOnly(half);
        assertThat(Listing.all(this::list, PageRequest.MAX_LIMIT))
                .filteredOn(item -> item.number().equals(ExactNumber.parse(half)))
                .hasSize(1);
    }

    /** Zero has no sign. */
    @Test
    default void putShouldKnowOneZero() {
        Instant now = Fresh.instant();
        put(ExactNumber.parse("0"), now);

        assertThat(Stream.of("-0", "0.000", "0e5").map(ExactNumber::parse))
                .allMatch(zero -> !put(zero, now).inserted());
    }

    @Override
    default String resource() {
        return "number";
    }

    @Override
    default RegisteredNumber fresh(Instant createdAt) {
        return new RegisteredNumber(Fresh.number(), Revision.first(createdAt));
    }

    @Override
    default RegisteredNumber store(RegisteredNumber thing) {
        return put(thing.number(), thing.createdAt()).stored();
    }

    @Override
    default RegisteredNumber successorOf(RegisteredNumber thing) {
        return new RegisteredNumber(thing.number(), thing.revision().next());
    }

    @Override
    default RegisteredNumber at(Revision revision, RegisteredNumber thing) {
        return new RegisteredNumber(thing.number(), revision);
    }

    @Override
    default ExactNumber freshId() {
        return Fresh.number();
    }

    @Override
    default ExactNumber idOf(RegisteredNumber thing) {
        return thing.number();
    }

    @Override
    default ExactNumber keyOf(RegisteredNumber item) {
        return item.number();
    }

    @Override
    default RegisteredNumber read(ExactNumber id) {
        return lookUp(id).orElseThrow();
    }

    @Override
    default Optional<RegisteredNumber> lookUp(ExactNumber id) {
        return lookUpAll(List.of(id)).getFirst();
    }

    /** No number can be read alone. */
    @Override
    default List<Optional<RegisteredNumber>> lookUpAll(List<ExactNumber> ids) {
        Map<ExactNumber, RegisteredNumber> listed = Listing.all(this::list, PageRequest.MAX_LIMIT).stream()
                .collect(Collectors.toMap(RegisteredNumber::number, item -> item));
        return ids.stream().map(id -> Optional.ofNullable(listed.get(id))).toList();
    }

    @Override
    default List<Outcome<RegisteredNumber>> restoreAll(List<RegisteredNumber> things) {
        return repositories().numbers().restoreAll(things);
    }

    @Override
    default Put<RegisteredNumber> put(ExactNumber id, Instant now) {
        return repositories().numbers().put(id, now);
    }

    @Override
    default List<Outcome<Put<RegisteredNumber>>> putAll(List<ExactNumber> ids, Instant now) {
        return repositories().numbers().putAll(ids, now);
    }

    @Override
    default List<RegisteredNumber> storeSome(int count) {
        List<ExactNumber> numbers = Stream.generate(Fresh::number).limit(count).toList();
        return putAll(numbers, Fresh.instant()).stream()
                .map(Outcomes::success)
                .map(Put::stored)
                .toList();
    }

    @Override
    default void disturb() {
        put(Fresh.number(), Fresh.instant());
    }

    @Override
    default Page<RegisteredNumber, ExactNumber> list(PageRequest<ExactNumber> request) {
        return repositories().numbers().list(request);
    }
}
