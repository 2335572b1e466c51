package dev.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rollcall.Rollcall;
import dev.rollcall.expiry.Sweepable;
import dev.rollcall.rest.Feature;
import dev.rollcall.storage.StorageProvider;
import dev.rollcall.storage.StorageSettings;
import dev.rollcall.storage.Store;
import dev.rollcall.write.GroupWriterSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The scheduled Lambda handler that removes expired things, and returns their number. It does the same whatever
 * the event says. Where it is not called, expired things take up room and are not seen. DynamoDB removes them by itself and
 * needs no such function.
 */
public final class SweepHandler implements RequestStreamHandler {

    /** How long before the end of an invocation no further step is begun: longer than a step waits for the store. */
    private static final Duration RESERVE = Duration.ofSeconds(15);

    private final List<Sweepable> expiring;

    /** Lambda calls this constructor once for each instance. */
    public SweepHandler() {
        this(LambdaSettings.unmigrated(LambdaSettings.storage(System.getenv())));
    }

    private SweepHandler(StorageSettings storage) {
        this(StorageProvider.forUrl(storage).open(storage));
    }

    /** On a store that is open already. */
    SweepHandler(Store store) {
        Rollcall rollcall =
                Rollcall.over(store, InstantSource.system(), new SecureRandom(), GroupWriterSettings.withoutThreads());
        expiring = Feature.ALL.stream()
                .flatMap(feature -> feature.expiring(rollcall).stream())
                .toList();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try {
            int removed = 0;
            for (Sweepable kind : expiring) {
                removed += kind.sweep(
                        Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE));
            }
            answer.write(("{\"removed\":" + removed + "}").getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException failure) {
            throw LoggedFailure.of(failure);
        }
    }
}
