package dev.rollcall.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.port.StoredValues;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;

class LoggableErrorTest {

    private static final String SECRET =
            "ann@example.org and 0123456789abcdefghijklmnopqrstuv0123456789abcdefghijklmnopqr";

    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void theTraceShouldHaveClassesCodesAndFramesAndNoMessages() {
        IllegalStateException error = new IllegalStateException(
                SECRET,
                new SQLIntegrityConstraintViolationException("Duplicate entry '" + SECRET + "'", "23000", 1062));
        error.addSuppressed(new UncheckedIOException(new ConnectException(SECRET)));

        String trace = printed(LoggableError.of(error));

        assertThat(trace)
                .contains(
                        "java.lang.IllegalStateException",
                        "Caused by: java.sql.SQLIntegrityConstraintViolationException (1062, SQLState 23000)",
                        "Suppressed: java.io.UncheckedIOException",
                        "at dev.rollcall.error.LoggableErrorTest.")
                .doesNotContain("ann@", "example.org", "0123456789");
        assertThat(LoggableError.summary(error))
                .isEqualTo(
                        "IllegalStateException from SQLIntegrityConstraintViolationException (1062, SQLState 23000)");
    }

    @Test
    void aRecordThatCannotBeReadShouldBeNamedWithoutItsText() {
        StoreFailureException error = StoredValues.unreadable("events", "picnic", new IllegalArgumentException(SECRET));

        assertThat(LoggableError.summary(error)).isEqualTo("StoreFailureException (in table events with key picnic)");
        assertThat(printed(error)).doesNotContain("ann@", "example.org", "0123456789");
    }

    @Test
    void aChainInACircleShouldEnd() {
        Exception one = new Exception(SECRET);
        Exception other = new Exception(SECRET, one);
        one.initCause(other);

        assertThat(LoggableError.summary(one)).isEqualTo("Exception from Exception");
    }

    @Test
    void aCopyShouldBeCopiedAsItIs() {
        LoggableError copy = LoggableError.of(new ConnectException(SECRET));

        assertThat(LoggableError.of(copy)).hasToString("java.net.ConnectException");
    }
}
