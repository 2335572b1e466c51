package dev.rollcall.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class GroupWriterSettingsTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    @Test
    void settingsShouldRefuseZeroAndNegativeValues() {
        assertRefused(() -> new GroupWriterSettings(-1, 1, 1, LONG, LONG));
        assertRefused(() -> new GroupWriterSettings(1, 0, 1, LONG, LONG));
        assertRefused(() -> new GroupWriterSettings(1, 1, 0, LONG, LONG));
        assertRefused(() -> new GroupWriterSettings(1, 1, 1, Duration.ZERO, LONG));
        assertRefused(() -> new GroupWriterSettings(1, 1, 1, LONG, Duration.ZERO));
    }

    @Test
    void settingsShouldHaveTheirDocumentedDefaults() {
        assertThat(GroupWriterSettings.withThreads(2))
                .isEqualTo(new GroupWriterSettings(2, 128, 4096, Duration.ofSeconds(10), Duration.ofSeconds(20)));
        assertThat(GroupWriterSettings.withoutThreads()).isEqualTo(GroupWriterSettings.withThreads(0));
    }

    private static void assertRefused(ThrowingCallable settings) {
        assertThatThrownBy(settings).isInstanceOf(IllegalArgumentException.class);
    }
}
