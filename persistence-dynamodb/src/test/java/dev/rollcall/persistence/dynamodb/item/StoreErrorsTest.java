package dev.rollcall.persistence.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.persistence.dynamodb.item.StoreErrors.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class StoreErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "ProvisionedThroughputExceededException, 400, THROTTLED",
        "ThrottlingException, 400, THROTTLED",
        "RequestLimitExceeded, 400, THROTTLED",
        "Anything, 429, THROTTLED",
        "TransactionConflictException, 400, CONTENTION",
        "TransactionInProgressException, 400, CONTENTION",
        "AccessDeniedException, 400, REFUSED",
        "UnrecognizedClientException, 400, REFUSED",
        "ExpiredTokenException, 400, REFUSED",
        "InvalidSignatureException, 400, REFUSED",
        "Anything, 403, REFUSED",
        "InternalServerError, 500, UNKNOWN",
        "ServiceUnavailable, 503, UNKNOWN",
        "ValidationException, 400, UNFORESEEN",
        "ItemCollectionSizeLimitExceededException, 400, UNFORESEEN",
    })
    void anAnswerShouldBeKnownByItsCode(String code, int status, Kind kind) {
        assertThat(StoreErrors.kindOf(DynamoDbException.builder()
                        .statusCode(status)
                        .awsErrorDetails(
                                AwsErrorDetails.builder().errorCode(code).build())
                        .build()))
                .isEqualTo(kind);
    }

    static Stream<Arguments> exceptions() {
        return Stream.of(
                arguments(ConditionalCheckFailedException.builder().build(), Kind.CONDITION),
                arguments(ResourceNotFoundException.builder().build(), Kind.NO_TABLE),
                arguments(new UnprocessedException(3), Kind.THROTTLED),
                arguments(unanswered(new ConnectException("Connection refused")), Kind.NOT_SENT),
                arguments(unanswered(new UnknownHostException("nowhere")), Kind.NOT_SENT),
                arguments(unanswered(new NoRouteToHostException()), Kind.NOT_SENT),
                arguments(unanswered(new SocketTimeoutException("Connect timed out")), Kind.NOT_SENT),
                arguments(unanswered(new SocketTimeoutException("Read timed out")), Kind.UNKNOWN),
                arguments(unanswered(new SocketException("Connection reset")), Kind.UNKNOWN),
                arguments(unanswered(new IOException("Unexpected end of file")), Kind.UNKNOWN),
                arguments(ApiCallAttemptTimeoutException.create(2_000), Kind.UNKNOWN),
                arguments(AbortedException.create("interrupted"), Kind.UNKNOWN),
                arguments(
                        SdkClientException.create("Unable to load credentials from any of the providers"),
                        Kind.REFUSED),
                arguments(SdkClientException.create("Unable to parse"), Kind.UNFORESEEN),
                arguments(new IllegalStateException(), Kind.UNFORESEEN));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void whatNobodyAnsweredShouldBeKnownByWhetherItWasSent(RuntimeException thrown, Kind kind) {
        assertThat(StoreErrors.kindOf(thrown)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "None ConditionalCheckFailed, CONDITION",
        "ConditionalCheckFailed ConditionalCheckFailed, CONDITION",
        "ConditionalCheckFailed TransactionConflict, CONTENTION",
        "TransactionConflict None, CONTENTION",
        "ConditionalCheckFailed ProvisionedThroughputExceeded, THROTTLED",
        "TransactionConflict ThrottlingError, THROTTLED",
        "ValidationError None, UNFORESEEN",
        "ConditionalCheckFailed ValidationError, UNFORESEEN",
        "None None, UNFORESEEN",
    })
    void aCancelledTransactionShouldBeKnownByItsReasons(String codes, Kind kind) {
        List<CancellationReason> reasons = Stream.of(codes.split(" "))
                .map(code -> CancellationReason.builder().code(code).build())
                .toList();
        assertThat(StoreErrors.kindOf(TransactionCanceledException.builder()
                        .cancellationReasons(reasons)
                        .build()))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, OVERLOADED",
        "CONTENTION, OVERLOADED",
        "NOT_SENT, UNREACHABLE",
        "UNKNOWN, UNREACHABLE",
        "REFUSED, UNREACHABLE",
        "NO_TABLE, SCHEMA_OUTDATED",
    })
    void whatMayPassShouldBeUnavailable(Kind kind, Reason reason) {
        assertThat(StoreErrors.translate(kind, new IllegalStateException("secret")))
                .isInstanceOfSatisfying(StoreUnavailableException.class, unavailable -> {
                    assertThat(unavailable.reason()).isEqualTo(reason);
                    assertThat(unavailable.detail()).doesNotContain("secret");
                });
    }

    @ParameterizedTest
    @CsvSource({"CONDITION", "UNFORESEEN"})
    void whatNobodyForeseesShouldBeAFailure(Kind kind) {
        RollcallException translated = StoreErrors.translate(kind, new IllegalStateException("secret"));
        assertThat(translated).isInstanceOf(StoreFailureException.class);
        assertThat(translated.detail()).doesNotContain("secret");
    }

    private static SdkClientException unanswered(IOException cause) {
        return SdkClientException.builder()
                .message("Unable to execute HTTP request")
                .cause(cause)
                .build();
    }
}
