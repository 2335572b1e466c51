package dev.rollcall.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.rollcall.Rollcall;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.RollcallApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What Lambda calls: answers HTTP requests in events of API Gateway, function URLs and application load balancers. */
public final class RollcallHandler implements RequestStreamHandler {

    private final Gateway gateway;

    /** What Lambda calls once for each instance, so all that can be made ahead of the first request is made here. */
    public RollcallHandler() {
        this(LambdaSettings.fromEnvironment(System.getenv()));
    }

    RollcallHandler(LambdaSettings settings) {
        Rollcall rollcall = Rollcall.open(settings.storage());
        RollcallApi api = new RollcallApi(rollcall, ApiSettings.ANY_HOST.serving(settings.features()));
        gateway = new Gateway(api, settings.basePath());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        answer.write(gateway.answer(event, context.getAwsRequestId()));
    }
}
