package dev.rollcall.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryRepositories;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.Operation;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.storage.Repositories;
import dev.rollcall.testkit.ApiContract;
import dev.rollcall.testkit.Faults;
import dev.rollcall.testkit.FaultyRepositories;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BareRouterApiTest implements ApiContract, PartlyInvitedApiContract {

    private static final Repositories STORE = new InMemoryRepositories();
    private static final Faults FAULTS = new Faults();
    private static final Rollcall ROLLCALL =
            Rollcall.over(new FaultyRepositories(STORE, FAULTS), InstantSource.system());
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
    public Repositories store() {
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
