package dev.rollcall.rsvp.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.rsvp.event.EventId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "0", "._~-", "...", "0190163d-8694-739b-aea5-966c26f8ad91"})
    void idsOfUnreservedCharactersShouldBeTaken(String text) {
        assertThat(new UserId(text)).hasToString(text);
        assertThat(new EventId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", " ", "a b", "a/b", "a%20b", "ann@example.org", "é", "ａ", "a\0", "a+b"})
    void otherIdsShouldBeRefused(String text) {
        assertThatThrownBy(() -> new UserId(text)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new EventId(text)).isInstanceOf(InvalidInputException.class);
    }

    @Property
    void anyTextShouldBeAnIdOrBadInput(@ForAll String text) {
        boolean taken = text.matches("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}");
        try {
            assertThat(new UserId(text).value()).isEqualTo(text);
            assertThat(taken).isTrue();
        } catch (InvalidInputException refused) {
            assertThat(taken).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void lengthShouldBeBounded(int length) {
        assertThat(new UserId("x".repeat(length)).value()).hasSize(length);
        assertThatThrownBy(() -> new UserId("x".repeat(length + 64))).isInstanceOf(InvalidInputException.class);
    }
}
