package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Operation;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.api.OpenApiDocument;
import dev.rollcall.testkit.api.PlainCalendars;
import dev.rollcall.testkit.api.RouterApiClient;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.rsvp.invitation.api.PartlyInvitedApiContract;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BareRouterApiTest implements ApiContract, PartlyInvitedApiContract {

    private static final Store STORE = new InMemoryStore();
    private static final Faults FAULTS = new Faults();
    private static final Rollcall ROLLCALL = Rollcall.over(FAULTS.over(STORE), InstantSource.system());
    private static final RollcallApi API = new RollcallApi(ROLLCALL, ApiSettings.ANY_HOST, PlainCalendars::new);

    @AfterAll
    static void close() {
        ROLLCALL.close();
    }

    @Override
    public ApiClient client() {
        return new RouterApiClient(API);
    }

    @Override
    public Store store() {
        return STORE;
    }

    @Override
    public Faults faults() {
        return FAULTS;
    }

    @Test
    void everyRouteShouldHaveAnOperationAndEveryOperationARoute() {
        Set<String> routes =
                API.routes().stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> operations = OpenApiDocument.operations().stream()
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes).isEqualTo(operations);
    }
}
