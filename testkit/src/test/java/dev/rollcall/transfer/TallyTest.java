package dev.rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.transfer.codec.Members;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TallyTest {

    @Property(tries = 100)
    void theOrderShouldNotMatter(@ForAll List<String> ids, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(of(shuffled).matches(of(ids))).isTrue();
        assertThat(of(shuffled).checksum()).isEqualTo(of(ids).checksum()).hasSize(64);
        assertThat(of(ids).count()).isEqualTo(ids.size());
    }

    @Property(tries = 100)
    void oneMoreShouldMatter(@ForAll List<String> ids, @ForAll String more) {
        List<String> longer = new ArrayList<>(ids);
        longer.add(more);
        assertThat(of(longer).matches(of(ids))).isFalse();
        assertThat(of(longer).checksum()).isNotEqualTo(of(ids).checksum());
    }

    @Example
    void sumsShouldWrapAround() {
        byte[] most = new byte[32];
        Arrays.fill(most, (byte) 0xFF);
        Tally tally = new Tally();
        tally.add("a", most);
        tally.add("b", most);
        assertThat(tally.checksum()).isEqualTo("f".repeat(63) + "e");
    }

    private static Tally of(List<String> ids) {
        Tally tally = new Tally();
        ids.forEach(id -> tally.add(id, Members.sha256(id)));
        return tally;
    }
}
