package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rollcall.storage.Store;
import dev.rollcall.testkit.contract.StoreContract;
import dev.rollcall.testkit.fixture.Contention;
import dev.rollcall.testkit.fixture.Fresh;
import org.junit.jupiter.api.Test;

/** What {@link Store} promises. */
public interface StoreLifecycleContract extends StoreContract {

    /**
     * Opens a store for one test alone to close.
     *
     * @return the same store opened once more, or another one
     */
    Store open();

    /** A store that serves says so, again and again. */
    @Test
    default void verifyShouldPassWhileTheStoreServes() {
        for (int i = 0; i < 3; i++) {
            assertThatCode(store()::verify).doesNotThrowAnyException();
        }
    }

    /** A crowd that asks at once is answered. */
    @Test
    default void verifyShouldPassForACrowd() {
        assertThat(Contention.among(Contention.CROWD, i -> {
                    store().verify();
                    return i;
                }))
                .hasSize(Contention.CROWD);
    }

    /** One writer or more, of which none takes a thread for nothing. */
    @Test
    default void writersShouldBeOneOrAFew() {
        assertThat(store().writers()).isBetween(1, 16);
    }

    /** Closing twice does nothing more, and does not affect others that have the store open. */
    @Test
    default void closeShouldDoNothingMoreTheSecondTime() {
        Store opened = open();
        opened.verify();

        assertThatCode(() -> {
                    opened.close();
                    opened.close();
                })
                .doesNotThrowAnyException();

        store().verify();
        assertThat(repositories()
                        .customers()
                        .put(Fresh.customerId(), Fresh.instant())
                        .inserted())
                .isTrue();
    }
}
