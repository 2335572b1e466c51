package dev.rollcall.persistence.mysql.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.Feature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** That a server of one feature alone has a user to log in as. */
final class FeatureUsersTest {

    @Test
    void everyFeatureShouldHaveAUser() {
        assertThat(Arrays.stream(StorageUser.values()).map(Enum::name))
                .containsAll(Feature.ALL.stream().map(Enum::name).toList());
    }
}
