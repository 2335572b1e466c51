package dev.rollcall.guid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Callers;
import dev.rollcall.Rollcall;
import dev.rollcall.SteppingClock;
import dev.rollcall.error.AlreadyExistsException;
import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.NotFoundException;
import dev.rollcall.expiry.Expiry;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.port.Outcome;
import dev.rollcall.port.PageRequest;
import dev.rollcall.port.Precondition;
import dev.rollcall.storage.Repositories;
import dev.rollcall.storage.Store;
import dev.rollcall.value.Change;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuidServiceTest {

    private static final GuidUser ANN = new GuidUser("ann");
    private static final Guid GUID = new Guid(1, 2);

    private final SteppingClock clock = SteppingClock.at("2031-05-01T18:00:00.250Z");
    private final InMemoryStore store = new InMemoryStore();
    private final Rollcall rollcall = Rollcall.over(store, clock, new SecureRandom());
    private final GuidService guids = rollcall.guids();

    @AfterEach
    void close() {
        rollcall.close();
    }

    @Test
    void guidThatIsCachedShouldBeGoneAtTheVerySecondOfItsExpiry() {
        create(in(10));
        Instant expiry = in(10).at();
        assertThat(guids.get(GUID).user()).isEqualTo(ANN);
        clock.set(expiry.minusNanos(1));
        assertThat(guids.get(GUID).user()).isEqualTo(ANN);
        clock.set(expiry);
        assertGone();
        clock.set(expiry.plusSeconds(1));
        assertGone();
    }

    @Test
    void expiredGuidShouldNotComeBackByAChangeOrARemoval() {
        create(in(10));
        guids.get(GUID);
        clock.set(in(10).at());
        GuidChange change = new GuidChange(Change.keep(), Change.clear());
        assertThatThrownBy(() -> guids.update(GUID, change, Precondition.NONE)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> guids.remove(GUID, Precondition.NONE)).isInstanceOf(NotFoundException.class);
        assertGone();
        assertThat(guids.list(ANN, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void expiredGuidShouldBeReplacedAndSeenAtOnce() {
        create(in(10));
        guids.get(GUID);
        assertThatThrownBy(() -> create(in(20))).isInstanceOf(AlreadyExistsException.class);
        clock.set(in(10).at());
        assertGone();
        guids.create(Optional.of(GUID), new GuidUser("bob"), Optional.empty());
        assertThat(guids.get(GUID).user()).isEqualTo(new GuidUser("bob"));
    }

    @Test
    void everyWriteShouldBeSeenAtOnceThoughTheOldIsCached() {
        assertGone();
        create(in(10));
        assertThat(guids.get(GUID).expiry()).isEqualTo(in(10));
        guids.update(GUID, new GuidChange(Change.set(new GuidUser("bob")), Change.set(in(20))), Precondition.NONE);
        assertThat(guids.get(GUID).user()).isEqualTo(new GuidUser("bob"));
        assertThat(guids.get(GUID).expiry()).isEqualTo(in(20));
        guids.remove(GUID, Precondition.NONE);
        assertGone();
    }

    @Test
    void removedGuidShouldNotComeBackByAReadThatBeganBefore() throws InterruptedException {
        SlowStore slow = new SlowStore(store);
        try (Callers callers = new Callers();
                Rollcall slowly = Rollcall.over(slow, clock)) {
            create(in(10));
            Future<GuidUser> reading =
                    callers.call(() -> slowly.guids().get(GUID).user());
            slow.read.await();
            slowly.guids().remove(GUID, Precondition.NONE);
            slow.mayReturn.countDown();
            assertThat(Callers.outcome(reading)).isEqualTo(Outcome.success(ANN));
            assertThatThrownBy(() -> slowly.guids().get(GUID)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void viewShouldBeOfWhatIsStored() {
        assertThatThrownBy(() -> view()).isInstanceOf(NotFoundException.class);
        create(in(10));
        assertThat(view()).isEqualTo("ann").isSameAs(view());
        guids.update(GUID, new GuidChange(Change.set(new GuidUser("bob")), Change.keep()), Precondition.NONE);
        assertThat(view()).isEqualTo("bob");
        clock.set(in(10).at());
        assertThatThrownBy(() -> view()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void expiryShouldLieInTheFuture() {
        Expiry thisSecond = new Expiry(clock.instant());
        assertThatThrownBy(() -> create(thisSecond))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expire: ");
        create(in(1));
        GuidChange change = new GuidChange(Change.keep(), Change.set(thisSecond));
        assertThatThrownBy(() -> guids.update(GUID, change, Precondition.NONE))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void defaultsShouldBeARandomGuidAndThirtyDays() {
        GuidRegistration one = guids.create(Optional.empty(), ANN, Optional.empty());
        GuidRegistration other = guids.create(Optional.empty(), ANN, Optional.empty());
        assertThat(one.guid()).isNotEqualTo(other.guid());
        assertThat(one.expiry()).isEqualTo(new Expiry(clock.instant().plus(Duration.ofDays(30))));
        GuidChange cleared = new GuidChange(Change.clear(), Change.clear());
        clock.move(Duration.ofDays(1));
        GuidRegistration renewed = guids.update(one.guid(), cleared, Precondition.NONE);
        assertThat(renewed.user()).isEqualTo(ANN);
        assertThat(renewed.expiry()).isEqualTo(new Expiry(clock.instant().plus(Duration.ofDays(30))));
    }

    @Test
    void sweepShouldRemoveWhatHasExpiredInStepsAndNothingElse() {
        for (int i = 0; i < 1_234; i++) {
            guids.create(Optional.of(new Guid(7, i)), ANN, Optional.of(in(5)));
        }
        create(in(100));
        assertThat(guids.sweep()).isZero();
        clock.set(in(5).at());
        assertThat(guids.sweep()).isEqualTo(1_234);
        assertThat(guids.sweep()).isZero();
        assertThat(guids.get(GUID).user()).isEqualTo(ANN);
    }

    private void create(Expiry expiry) {
        guids.create(Optional.of(GUID), ANN, Optional.of(expiry));
    }

    private String view() {
        return guids.get(
                GUID,
                String.class,
                registration -> new String(registration.user().value()));
    }

    /** So many seconds after the beginning of the test. */
    private static Expiry in(int seconds) {
        return new Expiry(Instant.parse("2031-05-01T18:00:00Z").plusSeconds(seconds));
    }

    private void assertGone() {
        assertThatThrownBy(() -> guids.get(GUID)).isInstanceOf(NotFoundException.class);
    }

    /** A store whose first read of a GUID has its result, and does not return it before it may. */
    private static final class SlowStore implements Store {

        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch mayReturn = new CountDownLatch(1);
        private final Repositories repositories;

        SlowStore(InMemoryStore store) {
            repositories = store.repositories().decorated(new Repositories.Decorator() {
                @Override
                public <P> P decorate(Class<P> type, P port) {
                    return type == GuidRepository.class ? type.cast(slow(type, port)) : port;
                }
            });
        }

        @Override
        public Repositories repositories() {
            return repositories;
        }

        @Override
        public int writers() {
            return 2;
        }

        @Override
        public void verify() {
            // Memory can always serve.
        }

        @Override
        public void close() {
            // Memory holds nothing open.
        }

        private Object slow(Class<?> type, Object port) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                Object result = method.invoke(port, arguments);
                if (method.getName().equals("find") && read.getCount() > 0) {
                    read.countDown();
                    mayReturn.await();
                }
                return result;
            });
        }
    }
}
