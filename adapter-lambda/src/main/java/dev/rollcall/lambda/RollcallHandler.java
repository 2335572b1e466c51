package dev.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rollcall.Rollcall;
import dev.rollcall.lambda.event.ForeignEventException;
import dev.rollcall.lambda.event.Gateway;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.Store;
import dev.rollcall.write.GroupWriterSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.crac.Core;

/** The Lambda handler of HTTP requests in events of API Gateway, function URLs and application load balancers. */
public final class RollcallHandler implements RequestStreamHandler {

    private final Gateway gateway;

    /** Held here, for those who call it do not. */
    private final Snapshot snapshot;

    /**
     * Lambda calls this constructor once for each instance, so all that can be made ahead of the first request is made here.
     */
    public RollcallHandler() {
        this(LambdaSettings.fromEnvironment(System.getenv()));
    }

    RollcallHandler(LambdaSettings settings) {
        this(settings, StorageProvider.forUrl(settings.storage()).open(settings.storage()));
    }

    /** On a store that is open already. */
    RollcallHandler(LambdaSettings settings, Store store) {
        RenewableRandom random = new RenewableRandom(new SecureRandom());
        Rollcall rollcall = Rollcall.over(store, InstantSource.system(), random, GroupWriterSettings.withoutThreads());
        RollcallApi api = new RollcallApi(rollcall, ApiSettings.ANY_HOST.serving(settings.features()));
        gateway = new Gateway(api, settings.basePath());
        Priming priming = new Priming(gateway, settings.features());
        snapshot = new Snapshot(priming, store, random);
        Core.getGlobalContext().register(snapshot);
        if (settings.provisioned()) {
            priming.run();
        }
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            answer.write(gateway.answer(event, context.getAwsRequestId()));
        } catch (ForeignEventException foreign) {
            throw foreign;
        } catch (RuntimeException | Error failure) {
            throw LoggedFailure.of(failure);
        }
    }

    /** The work before the process is frozen, and after it is restored. */
    Snapshot snapshot() {
        return snapshot;
    }
}
