package dev.rollcall.http;

import dev.rollcall.Rollcall;
import dev.rollcall.http.process.SocketApiClient;
import dev.rollcall.http.wire.HttpServer;
import dev.rollcall.rest.Feature;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rsvp.notification.MailSettings;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.ApiContract;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.rsvp.invitation.api.PartlyInvitedApiContract;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The API on a real port, over whichever store. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ServerApi implements ApiContract, PartlyInvitedApiContract {

    private final Faults faults = new Faults();
    private Store store;
    private Rollcall rollcall;
    private HttpServer server;

    /** Which store. */
    abstract StorageSettings storage() throws IOException;

    @BeforeAll
    void start() throws IOException {
        ServerSettings settings = new ServerSettings(
                ServerSettings.DEFAULT_HOST,
                0,
                Feature.ALL,
                storage(),
                MailSettings.fromEnvironment(Map.of(), "http://localhost:0"));
        store = StorageProvider.forUrl(settings.storage()).open(settings.storage());
        rollcall = Rollcall.over(faults.over(store), InstantSource.system());
        server = HttpServer.start(new RollcallApi(rollcall, settings.api()), settings.host(), settings.port());
    }

    @AfterAll
    void stop() {
        server.close();
        rollcall.close();
        store.close();
    }

    @Override
    public ApiClient client() {
        return new SocketApiClient(URI.create("http://127.0.0.1:" + server.port()));
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Store store() {
        return store;
    }
}
