package dev.rollcall.lambda;

import dev.rollcall.lambda.event.EventForm;
import dev.rollcall.lambda.event.Invoker;
import dev.rollcall.lambda.event.LambdaApiClient;
import dev.rollcall.rest.Feature;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.testkit.ApiContract;
import dev.rollcall.testkit.api.ApiClient;
import dev.rollcall.testkit.fault.Faults;
import dev.rollcall.testkit.rsvp.invitation.api.PartlyInvitedApiContract;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The API through a function, over whichever store and by whichever events. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FunctionApi implements ApiContract, PartlyInvitedApiContract {

    private final EventForm form;
    private final Faults faults = new Faults();
    private Store store;
    private Invoker function;

    FunctionApi(EventForm form) {
        this.form = form;
    }

    /** Which store. */
    StorageSettings storage() throws IOException {
        return StorageSettings.of("memory:");
    }

    @BeforeAll
    void start() throws IOException {
        LambdaSettings settings = new LambdaSettings(Feature.ALL, storage(), "", false);
        store = StorageProvider.forUrl(settings.storage()).open(settings.storage());
        function = Invoker.of(new RollcallHandler(settings, faults.over(store)));
    }

    @Override
    public ApiClient client() {
        return new LambdaApiClient(function, form);
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
