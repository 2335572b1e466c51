package dev.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupWriterBenchmarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"uuids", "users"})
    void runShouldPrintALineForEachNumberOfCallers(String write) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> arguments = List.of(
                "--storage", "memory:", "--callers", "1,8", "--seconds", "0.2", "--rounds", "2", "--write", write);
        GroupWriterBenchmark.run(
                BenchmarkSettings.parse(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith(write + " on memory:, 2 rounds of 0.1 s each way")
                .containsPattern("(?m)^ +1 \\| +[1-9][0-9,]* .* 0 \\| +[1-9][0-9,]* .* 0 \\| .*x$")
                .containsPattern("(?m)^ +8 \\| +[1-9][0-9,]* .* 0 \\| +[1-9][0-9,]* .* 0 \\| .*x$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--storage", "--storage=memory:", "--help x"})
    void otherOptionsShouldBeRefused(String option) {
        assertThatThrownBy(() -> BenchmarkSettings.parse(List.of(option.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
