package dev.rollcall.http.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that wait cost no thread: ten thousand wait for the store at once, in a server with two processors. */
class TenThousandRequestsIT {

    private static final int REQUESTS = 10_000;

    @TempDir
    Path folder;

    @Test
    void allShouldBeAnsweredThatWaitAtOnce() throws Exception {
        try (ServerProcess server =
                        ServerProcess.startWithTestStorage(folder, "--port", "0", "--storage", "slow:" + REQUESTS);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            URI url = server.awaitUrl();
            List<Future<RawResponse>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                String request = "GET /customers/c" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                answers.add(clients.submit(() -> {
                    try (RawClient client = new RawClient(url)) {
                        return client.send(request).answer();
                    }
                }));
            }
            server.await(Pattern.compile("all inside"));
            assertThat(answers).noneMatch(Future::isDone);

            server.tell("release");
            for (int i = 0; i < REQUESTS; i++) {
                RawResponse answer = answers.get(i).get(1, TimeUnit.MINUTES);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).contains("\"c" + i + "\"");
            }
        }
    }
}
