package dev.rollcall.guid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.expiry.Expiry;
import dev.rollcall.port.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GuidCacheTest {

    static final Guid GUID = new Guid(1, 2);
    private static final Instant NOW = Instant.parse("2031-05-01T18:00:00Z");
    static final Optional<GuidRegistration> OLD = registration("old");
    static final Optional<GuidRegistration> NEW = registration("new");
    static final Optional<GuidRegistration> NONE = Optional.empty();

    private final AtomicLong nanos = new AtomicLong();
    private final GuidCache cache = new GuidCache(nanos::get);
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void findShouldLoadOnceAndAnswerFromMemoryUntilTheLifetimeEnds() {
        assertThat(find(OLD)).isEqualTo(OLD);
        move(GuidCache.POSITIVE_LIFETIME.minusNanos(1));
        assertThat(find(NEW)).isEqualTo(OLD);
        assertThat(loads).hasValue(1);
        move(Duration.ofNanos(1));
        assertThat(find(NEW)).isEqualTo(NEW);
        assertThat(loads).hasValue(2);
    }

    @Test
    void readingShouldNotProlongTheLifetime() {
        find(OLD);
        for (int i = 0; i < 10; i++) {
            move(GuidCache.POSITIVE_LIFETIME.dividedBy(10));
            find(NEW);
        }
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void absenceShouldBeRememberedForLess() {
        assertThat(find(NONE)).isEmpty();
        move(GuidCache.NEGATIVE_LIFETIME.minusNanos(1));
        assertThat(find(NEW)).isEmpty();
        move(Duration.ofNanos(1));
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void lifetimeShouldCountFromTheBeginningOfTheRead() {
        cache.find(GUID, guid -> {
            move(GuidCache.POSITIVE_LIFETIME.minusNanos(1));
            return OLD;
        });
        assertThat(find(NEW)).isEqualTo(OLD);
        move(Duration.ofNanos(1));
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void readThatTookLongerThanTheLifetimeShouldNotBeKept() {
        cache.find(GUID, guid -> {
            move(GuidCache.POSITIVE_LIFETIME);
            return OLD;
        });
        assertThat(find(NEW)).isEqualTo(NEW);

        Guid other = new Guid(3, 4);
        cache.find(other, guid -> {
            move(GuidCache.NEGATIVE_LIFETIME);
            return NONE;
        });
        assertThat(cache.find(other, guid -> NEW).map(CachedGuid::registration)).isEqualTo(NEW);
    }

    @Test
    void aForgottenGuidShouldBeLoadedAgain() {
        find(OLD);
        cache.forget(GUID);
        assertThat(find(NEW)).isEqualTo(NEW);
        cache.forget(GUID);
        assertThat(find(NONE)).isEmpty();
        cache.forget(GUID);
        assertThat(find(NEW)).isEqualTo(NEW);
    }

    @Test
    void viewShouldBeMadeOnceForEachState() {
        AtomicInteger made = new AtomicInteger();
        Function<GuidRegistration, String> view = registration -> {
            made.incrementAndGet();
            return registration.user().value();
        };
        assertThat(view(OLD, view)).isEqualTo("old");
        assertThat(view(NEW, view)).isEqualTo("old");
        assertThat(made).hasValue(1);
        cache.forget(GUID);
        assertThat(view(NEW, view)).isEqualTo("new");
        assertThat(made).hasValue(2);
        assertThat(cache.find(GUID, guid -> OLD).orElseThrow().view(Integer.class, registration -> 7))
                .isEqualTo(7);
    }

    @Test
    void failedReadShouldLeaveNothingBehind() {
        assertThatThrownBy(() -> cache.find(GUID, guid -> {
                    throw new IllegalStateException("no store");
                }))
                .hasMessage("no store");
        assertThat(find(NEW)).isEqualTo(NEW);
        assertThat(find(OLD)).isEqualTo(NEW);
    }

    @Test
    void cacheShouldBeBounded() {
        for (int i = 0; i < GuidCache.MAX_ENTRIES + 20_000; i++) {
            cache.find(new Guid(0, i), guid -> NONE);
        }
        assertThat(cache.size()).isLessThanOrEqualTo(GuidCache.MAX_ENTRIES);
    }

    private Optional<GuidRegistration> find(Optional<GuidRegistration> stored) {
        return cache.find(GUID, guid -> {
                    loads.incrementAndGet();
                    return stored;
                })
                .map(CachedGuid::registration);
    }

    private String view(Optional<GuidRegistration> stored, Function<GuidRegistration, String> make) {
        return cache.find(GUID, guid -> stored).orElseThrow().view(String.class, make);
    }

    private void move(Duration step) {
        nanos.addAndGet(step.toNanos());
    }

    static Optional<GuidRegistration> registration(String user) {
        return Optional.of(
                new GuidRegistration(GUID, new GuidUser(user), Expiry.defaultFrom(NOW), Revision.first(NOW)));
    }
}
