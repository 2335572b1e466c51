package dev.rollcall.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.error.InvalidInputException;
import dev.rollcall.port.Revision;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final Revision REVISION = new Revision(Instant.parse("2031-05-01T18:00:00.123456Z"), 3);
    private static final String TAG = EntityTags.of(REVISION);

    @Property
    void aTagShouldBeThatOfOneRevision(
            @ForAll @LongRange(min = 1) long count,
            @ForAll @LongRange(min = 1) long otherCount,
            @ForAll @LongRange(min = -1_000_000, max = 4_000_000_000L) long second,
            @ForAll @LongRange(max = 999_999) long micro) {
        Revision revision = new Revision(Instant.ofEpochSecond(second, micro * 1000), count);
        String tag = EntityTags.of(revision);
        EntityTags tags = EntityTags.parse(List.of(tag));
        assertThat(tag).matches("\"[0-9a-z.-]+\"");
        assertThat(tags.precondition().allows(revision)).isTrue();
        assertThat(tags.precondition().allows(new Revision(revision.createdAt(), otherCount)))
                .isEqualTo(count == otherCount);
        assertThat(tags.precondition().allows(new Revision(revision.createdAt().plusNanos(1000), count)))
                .isFalse();
    }

    @Property
    void anyTextShouldBeReadOrRefused(@ForAll String text) {
        try {
            EntityTags tags = EntityTags.parse(List.of(text));
            assertThat(tags.any() || !tags.strong().isEmpty() || !tags.weak().isEmpty())
                    .isTrue();
        } catch (InvalidInputException refused) {
            assertThat(refused.violations()).hasSize(1);
        }
    }

    @Test
    void weakTagsShouldMatchWeaklyAlone() {
        EntityTags weak = EntityTags.parse(List.of("\"a\", W/" + TAG));
        assertThat(weak.matchWeakly(TAG)).isTrue();
        assertThat(weak.precondition().allows(REVISION)).isFalse();
    }

    @Test
    void listsAndRepeatedFieldsShouldBeRead() {
        assertThat(EntityTags.parse(List.of("\"a,b\" ,,\"\"", TAG + ",")))
                .isEqualTo(new EntityTags(false, List.of("\"a,b\"", "\"\"", TAG), List.of()));
        EntityTags any = EntityTags.parse(List.of(" * "));
        assertThat(any.matchWeakly("\"x\"")).isTrue();
        assertThat(any.precondition().allows(REVISION)).isTrue();
    }

    @Test
    void tagsWithoutQuotesAndInSmallLettersShouldBeRead() {
        String bare = TAG.substring(1, TAG.length() - 1);
        assertThat(EntityTags.parse(List.of(bare)).precondition().allows(REVISION))
                .isTrue();
        assertThat(EntityTags.parse(List.of("a, W/" + bare)))
                .isEqualTo(new EntityTags(false, List.of("\"a\""), List.of(TAG)));
        assertThat(EntityTags.parse(List.of("w/" + TAG)).matchWeakly(TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a\u00e9",
                "a;b",
                "a, *",
                "\"a\", b",
                "\"a",
                "a\"",
                "\"a\"b",
                "\"a\" b",
                "W/",
                "*, \"a\"",
                "\"a b\"",
                "\"a\t\""
            })
    void malformedTagsShouldBeRefused(String text) {
        assertThatThrownBy(() -> EntityTags.parse(List.of(text))).isInstanceOf(InvalidInputException.class);
    }
}
