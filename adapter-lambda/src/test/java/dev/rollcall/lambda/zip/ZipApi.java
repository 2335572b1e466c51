package dev.rollcall.lambda.zip;

import dev.rollcall.lambda.RollcallHandler;
import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.ApiContract;
import dev.rollcall.testkit.api.ApiClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The API through a built zip under Lambda's runtime interface client, on a real store. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ZipApi implements ApiContract {

    private final String zip;
    private final EventForm form;
    private Store store;
    private FunctionProcess function;

    ZipApi(String zip, EventForm form) {
        this.zip = zip;
        this.form = form;
    }

    /** The variables of a store that is ready. */
    abstract Map<String, String> environment() throws IOException;

    @BeforeAll
    void start() throws IOException {
        Map<String, String> environment = environment();
        StorageSettings storage = StorageSettings.fromEnvironment(environment);
        store = StorageProvider.forUrl(storage).open(storage);
        function = FunctionProcess.start(FunctionProcess.unpack(zip), RollcallHandler.class, environment);
    }

    @AfterAll
    void stop() {
        function.close();
        store.close();
    }

    @Override
    public ApiClient client() {
        return new LambdaApiClient(function.api(), form);
    }

    @Override
    public Store store() {
        return store;
    }
}
