package dev.rollcall.testkit.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether something answers HTTP. */
final class Endpoints {

    private static final int PATIENCE_IN_MILLISECONDS = 2_000;

    private Endpoints() {}

    /** Returns at the first answer, whatever its status, and fails where there is none. */
    static void connect(URI endpoint) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_IN_MILLISECONDS);
        connection.setReadTimeout(PATIENCE_IN_MILLISECONDS);
        try {
            if (connection.getResponseCode() < 0) {
                throw new IOException(endpoint + " does not speak HTTP.");
            }
        } finally {
            connection.disconnect();
        }
    }
}
