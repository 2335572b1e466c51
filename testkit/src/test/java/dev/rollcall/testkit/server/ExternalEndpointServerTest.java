package dev.rollcall.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalEndpointServerTest {

    @Test
    void anAddressShouldBeTakenAsItIs() {
        ExternalEndpointServer server = new ExternalEndpointServer("ROLLCALL_TEST_X", "http://dynamo:8000");
        assertThat(server.endpoint()).hasToString("http://dynamo:8000");
    }

    @Test
    void anExternalServerShouldNotBeStopped() {
        ExternalEndpointServer server = new ExternalEndpointServer("ROLLCALL_TEST_X", "http://dynamo:8000");
        assertThatThrownBy(server::stop)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("belongs to somebody else");
        assertThatThrownBy(server::kill).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anotherAddressShouldBeRefusedByTheVariablesName() {
        assertThatThrownBy(() -> new ExternalEndpointServer("ROLLCALL_TEST_X", "dynamo:8000"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROLLCALL_TEST_X is 'dynamo:8000'");
    }
}
