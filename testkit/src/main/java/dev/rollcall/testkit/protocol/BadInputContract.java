package dev.rollcall.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.rest.http.Operation;
import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Call;
import dev.rollcall.testkit.api.OpenApiDocument;
import dev.rollcall.testkit.api.ResponseRules;
import dev.rollcall.testkit.api.Seed;
import org.junit.jupiter.api.Test;

/**
 * What the HTTP API must show whatever it is sent: it answers, refuses what is bad with a problem that tells nothing of the
 * program's inside, and stores nothing of it. A transport's test implements this and gives its {@link #client()}.
 */
public interface BadInputContract extends ApiUnderTest {

    /**
     * How many requests each operation gets.
     *
     * @return the number; a few hundred make a run of seconds
     */
    default int requestsPerOperation() {
        return 200;
    }

    /** Sends every operation good requests that were changed at random: each answer is one of the contract, never a 5xx. */
    @Test
    default void anythingShouldBeAnsweredWithoutAFailure() {
        Seed seed = Seed.choose();
        Fuzz fuzz = new Fuzz(seed.random());
        for (Operation operation : OpenApiDocument.operations()) {
            Call good = SampleRequests.of(operation, this);
            for (int i = 0; i < requestsPerOperation(); i++) {
                checkAnswer(fuzz.mutated(good), seed);
            }
        }
    }

    /** Spoils every write in every way: each is refused, nothing is stored, and unspoiled it still succeeds. */
    @Test
    default void badInputShouldBeRefusedAndNothingStored() {
        Seed seed = Seed.choose();
        BadRequests requests = new BadRequests(seed.random());
        for (Write write : Write.all(this)) {
            for (Call bad : requests.of(write)) {
                ApiResponse answer = checkAnswer(bad, seed);
                assertThat(answer.status())
                        .as("%s: %s -> %s", seed, bad, answer)
                        .isBetween(400, 499);
                write.trace().assertNothingWritten(seed + ": " + bad);
            }
            ApiResponse answer = write.good().send();
            assertThat(answer.status())
                    .as("%s: %s -> %s", seed, write.good(), answer)
                    .isIn(200, 201, 204);
            if (write.good().method().equals("POST")) {
                assertThat(answer.status())
                        .as("%s: %s -> %s", seed, write.good(), answer)
                        .isEqualTo(201);
            }
        }
    }

    private ApiResponse checkAnswer(Call call, Seed seed) {
        // Straight to the client: the validator of openapi.yaml is not made for requests that are broken on purpose.
        ApiResponse answer = client().send(call.method(), call.target(), call.headers(), call.body());
        try {
            assertThat(answer.status()).as("%s", answer).isBetween(200, 499);
            ResponseRules.check(call.method(), answer);
            if (answer.status() >= 400 && !call.method().equals("HEAD")) {
                ResponseRules.checkNoInternals(answer);
            }
        } catch (AssertionError broken) {
            throw new AssertionError(seed + ": " + call + ": " + broken.getMessage(), broken);
        }
        return answer;
    }
}
