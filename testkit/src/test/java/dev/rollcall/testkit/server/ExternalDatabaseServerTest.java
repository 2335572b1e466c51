package dev.rollcall.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalDatabaseServerTest {

    @Test
    void aDatabaseShouldTakeItsPlaceBeforeTheParameters() {
        assertThat(server("jdbc:mysql://db:3307/other?useSSL=false").jdbcUrl("mine"))
                .isEqualTo("jdbc:mysql://db:3307/mine?useSSL=false");
        assertThat(server("jdbc:mysql://db").jdbcUrl("mine")).isEqualTo("jdbc:mysql://db/mine");
    }

    @Test
    void anExternalServerShouldNotBeStopped() {
        ExternalDatabaseServer server = server("jdbc:mysql://db:3306");
        assertThatThrownBy(server::stop)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("belongs to somebody else");
        assertThatThrownBy(server::kill).isInstanceOf(UnsupportedOperationException.class);
        assertThatCode(server::close).doesNotThrowAnyException();
    }

    @Test
    void anotherAddressShouldBeRefusedByTheVariablesName() {
        assertThatThrownBy(() -> server("mysql://db:3306"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROLLCALL_TEST_X is 'mysql://db:3306'");
    }

    private static ExternalDatabaseServer server(String url) {
        return new ExternalDatabaseServer("ROLLCALL_TEST_X", url, "someone", "secret");
    }
}
