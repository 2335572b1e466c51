package dev.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rollcall.error.LoggableError;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Lambda handler that is invoked after a deployment: brings the schema of the store up to date. It answers a plain
 * invocation with what was done, and it always answers the custom resource of CloudFormation, which waits.
 */
public final class MigrationHandler implements RequestStreamHandler {

    private static final Logger LOG = System.getLogger(MigrationHandler.class.getName());

    /** The time of an invocation that is kept to report a failure to CloudFormation. */
    private static final Duration RESERVE = Duration.ofSeconds(12);

    private final Map<String, String> environment;

    /** What Lambda calls. Nothing that can fail is done before the first event, else nobody could tell CloudFormation. */
    public MigrationHandler() {
        this(System.getenv());
    }

    MigrationHandler(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Optional<CustomResource> resource = CustomResource.read(event.readAllBytes());
        try {
            if (resource.isPresent()) {
                tellCloudFormation(resource.get(), context);
            } else {
                answer.write(report().json().getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The migration was interrupted.");
        }
    }

    private Migration.Report report() {
        try {
            return new Migration(environment).run();
        } catch (RuntimeException failure) {
            throw LoggedFailure.of(failure);
        }
    }

    private void tellCloudFormation(CustomResource resource, Context context) throws IOException, InterruptedException {
        ResponseUpload.put(
                resource.responseUrl(), resource.isDelete() ? resource.success(0) : migrated(resource, context));
    }

    private String migrated(CustomResource resource, Context context) throws InterruptedException {
        Duration patience =
                Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        try {
            List<String> changes =
                    new Migration(environment).runWithin(patience).changes();
            return resource.success(changes.size());
        } catch (MigrationFailedException failure) {
            LOG.log(Level.ERROR, "The migration failed: " + failure.getMessage(), LoggableError.of(failure));
            return resource.failure(failure.getMessage() + " The log has more: " + context.getLogStreamName());
        }
    }
}
