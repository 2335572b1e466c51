package dev.rollcall.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.Violation.Member;
import dev.rollcall.error.Violation.Parameter;
import dev.rollcall.error.Violation.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationTest {

    @Test
    void withinShouldPutTheOuterPathInFront() {
        assertThat(new Violation(Place.WHOLE, "is wrong").within(Place.member("email")))
                .isEqualTo(new Violation(Place.member("email"), "is wrong"));
        assertThat(new Violation(Place.member("email"), "is wrong").within(new Member(List.of("invitations", "0"))))
                .hasToString("invitations/0/email: is wrong");
        assertThat(new Violation(Place.member("email"), "is wrong").within(new Parameter("If-Match")))
                .isEqualTo(new Violation("If-Match", "is wrong"));
    }

    @Test
    void messageShouldNameEveryViolation() {
        InvalidInputException refused = new InvalidInputException(List.of(
                new Violation(Place.member("email"), "is required"),
                new Violation("ROLLCALL_PORT", "must be a number"),
                new Violation(Place.WHOLE, "is wrong")));
        assertThat(refused.detail()).isEqualTo("email: is required; ROLLCALL_PORT: must be a number; is wrong");
        assertThatThrownBy(() -> new InvalidInputException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
