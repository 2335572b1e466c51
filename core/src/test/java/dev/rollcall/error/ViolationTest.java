package dev.rollcall.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationTest {

    @Test
    void withinShouldPutTheMemberInFront() {
        assertThat(new Violation("#", "is wrong").within("email").pointer()).isEqualTo("#/email");
        assertThat(new Violation("#/email", "is wrong")
                        .within("0")
                        .within("invitations")
                        .pointer())
                .isEqualTo("#/invitations/0/email");
        assertThat(new Violation("#", "is wrong").within("a/b~c").pointer()).isEqualTo("#/a~1b~0c");
    }

    @Test
    void messageShouldNameEveryViolation() {
        InvalidInputException refused = new InvalidInputException(
                List.of(new Violation("#/email", "is required"), new Violation("#", "is wrong")));
        assertThat(refused.detail()).isEqualTo("#/email: is required; is wrong");
        assertThatThrownBy(() -> new InvalidInputException(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
