package dev.rollcall.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeShouldBeFoundByItsSlugAndExplainItself(ProblemType type) {
        assertThat(ProblemType.of(type.slug())).contains(type);
        assertThat(type.path()).isEqualTo("/problems/" + type.slug());
        assertThat(type.slug()).matches("[a-z]+(-[a-z]+)*");
        assertThat(type.status()).isBetween(400, 599);
        assertThat(type.explanation()).endsWith(".");
        assertThat(type.cure()).endsWith(".");
    }

    @Test
    void slugsShouldDifferAndOthersBeUnknown() {
        assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::slug)).doesNotHaveDuplicates();
        assertThat(ProblemType.of("nonsense")).isEmpty();
    }
}
