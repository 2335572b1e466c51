package dev.rollcall.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    private static final List<String> JSON = List.of("application/json");
    private static final List<String> BOTH = List.of("application/json", "text/html");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*/*",
                "application/*",
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "text/html, application/json;q=0.001",
                "text/html;q=1.000,*/*;q=0.1",
                "nonsense, application/json",
                "application/*;q=0, application/json",
                "*/*;q=0, application/json; q=1",
                ",",
                "*",
                "*; q=.2",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "application/json;q=2",
                "application/json;q=x",
                "application/json;q=",
                "application/json;q",
                "application/json; Q = \"0.5\"",
                "application/json;q=0.1234",
                "application/json;q=0.0000",
                "application/json;q=.0",
                "application/json;q=-1",
                "application/json;q=0,5",
                "application/json;q=1,5",
                "application/json;q=1e-9",
                "application/json;q=99999999999999999999",
                "application/json q=0.5",
                "text/html; application/json",
                "text/html application/json",
                "json",
                "application/",
                "/json",
                "text/html, json"
            })
    void jsonShouldBeTaken(String accept) {
        assertThat(Accept.parse(List.of(accept)).best(JSON)).contains("application/json");
        assertThat(Accept.takesOneOf(List.of(accept), JSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html, ",
                "text/*",
                "application/xml",
                "application/json;q=0",
                "application/json;q=0.",
                "application/json;q=0.000;x=y",
                "APPLICATION/JSON; Q=0",
                "*/*;q=0",
                "*/*, application/json;q=0.000",
                "application/*;q=0, */*"
            })
    void jsonShouldBeExcluded(String accept) {
        assertThat(Accept.parse(List.of(accept)).best(JSON)).isEmpty();
        assertThat(Accept.takesOneOf(List.of(accept), JSON)).isFalse();
    }

    @Test
    void theMostWelcomeShouldBeChosen() {
        assertThat(best("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"))
                .contains("text/html");
        assertThat(best("*/*")).contains("application/json");
        assertThat(best("text/html;q=0.5, application/json;q=0.4")).contains("text/html");
        assertThat(Accept.parse(List.of("text/html;q=0.5", "application/json")).best(BOTH))
                .contains("application/json");
        assertThat(Accept.parse(List.of()).best(BOTH)).contains("application/json");
        assertThat(best("text/html;q=.3, application/json;q=.2")).contains("text/html");
        assertThat(best("text/html;q=0,3, application/json;q=0,2")).contains("text/html");
        assertThat(best("application/json;q=0.5, text/html;q=high")).contains("text/html");
    }

    @Property
    void qualityShouldBeReadToTheThousandth(
            @ForAll @IntRange(max = 1000) int html, @ForAll @IntRange(max = 1000) int json) {
        Optional<String> best = best("text/html;q=" + quality(html) + ",application/json;q=" + quality(json));
        assertThat(best)
                .isEqualTo(
                        html == 0 && json == 0
                                ? Optional.empty()
                                : Optional.of(html > json ? "text/html" : "application/json"));
    }

    @Property
    void anyTextShouldBeRead(@ForAll @CharRange(from = ' ', to = '~') String accept) {
        Accept.parse(List.of(accept))
                .best(BOTH)
                .ifPresent(best -> assertThat(BOTH).contains(best));
    }

    private static Optional<String> best(String accept) {
        return Accept.parse(List.of(accept)).best(BOTH);
    }

    private static String quality(int thousandths) {
        return String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
    }
}
