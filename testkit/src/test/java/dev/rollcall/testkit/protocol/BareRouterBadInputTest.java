package dev.rollcall.testkit.protocol;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.PlainCalendars;
import dev.rollcall.testkit.api.RouterApiClient;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;

class BareRouterBadInputTest implements BadInputContract {

    private static final Rollcall ROLLCALL = Rollcall.over(new InMemoryStore(), InstantSource.system());
    private static final RollcallApi API = new RollcallApi(ROLLCALL, ApiSettings.ANY_HOST, PlainCalendars::new);

    @AfterAll
    static void close() {
        ROLLCALL.close();
    }

    @Override
    public ApiClient client() {
        return new RouterApiClient(API);
    }
}
