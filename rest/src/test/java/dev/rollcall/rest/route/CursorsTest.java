package dev.rollcall.rest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.error.Violation;
import dev.rollcall.rest.input.Input;
import dev.rollcall.rest.input.Violations;
import dev.rollcall.rsvp.user.UserId;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final Cursors<UserId> USERS = new Cursors<>("users", UserId::value, UserId::new);
    private static final Cursors<UserId> OTHERS = new Cursors<>("others", UserId::value, UserId::new);

    @Property
    void aCursorShouldComeBackAsItsKey(@ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 64) String id) {
        String cursor = USERS.encode(new UserId(id));
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(USERS.decode(cursor)).isEqualTo(new UserId(id));
        refused(OTHERS, cursor);
        refused(filtered("ann"), cursor);
    }

    @Property
    void aTamperedCursorShouldBeRefused(
            @ForAll @AlphaChars @StringLength(min = 1, max = 64) String id,
            @ForAll @IntRange(max = 200) int at,
            @ForAll char other) {
        String cursor = USERS.encode(new UserId(id));
        int place = at % cursor.length();
        String tampered = cursor.substring(0, place) + other + cursor.substring(place + 1);
        if (!tampered.equals(cursor)) {
            refused(USERS, tampered);
        }
        refused(USERS, cursor.substring(0, place));
        refused(USERS, cursor + other);
    }

    @Property
    void anyTextShouldBeRefused(@ForAll String text) {
        refused(USERS, text);
    }

    @Test
    void aCursorShouldBelongToItsFilter() {
        String cursor = filtered("ann").encode(new UserId("x"));
        assertThat(filtered("ann").decode(cursor)).isEqualTo(new UserId("x"));
        refused(filtered("bob"), cursor);
        refused(USERS, cursor);
    }

    private static Cursors<UserId> filtered(String filter) {
        return USERS.filteredBy(Input.of(new Violations(), new Violation.Parameter("user"), () -> filter));
    }

    private static <K> void refused(Cursors<K> cursors, String cursor) {
        Function<String, K> decode = cursors::decode;
        assertThatThrownBy(() -> decode.apply(cursor)).isInstanceOf(InvalidInputException.class);
    }
}
