package dev.rollcall.lambda.zip;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What the runtime itself costs. */
public final class NothingHandler implements RequestStreamHandler {

    /** Lambda calls this method. */
    public NothingHandler() {}

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        event.readAllBytes();
        answer.write('{');
        answer.write('}');
    }
}
