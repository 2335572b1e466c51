package dev.rollcall.persistence.dynamodb.item;

import dev.rollcall.error.RollcallException;
import dev.rollcall.error.StoreFailureException;
import dev.rollcall.error.StoreUnavailableException;
import dev.rollcall.error.StoreUnavailableException.Reason;
import dev.rollcall.port.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Translates what the SDK throws into what the ports promise. No text of the SDK's gets into a detail. */
public final class StoreErrors {

    /** The meaning of an error for its request. */
    public enum Kind {
        /** A condition does not hold: the caller's to read. */
        CONDITION,
        /** Refused for now, because there are too many requests. Nothing was written. */
        THROTTLED,
        /** Refused for now, because a transaction has to do with the same items. Nothing was written. */
        CONTENTION,
        /** Nobody was reached. Nothing was written. */
        NOT_SENT,
        /** It broke off after the request was sent, so it may have been done. */
        UNKNOWN,
        /** The table is not there. */
        NO_TABLE,
        /** The credentials, or what they allow. */
        REFUSED,
        /** A bug here or there. */
        UNFORESEEN
    }

    private static final Set<String> THROTTLING = Set.of(
            "ProvisionedThroughputExceededException",
            "ProvisionedThroughputExceeded",
            "ThrottlingException",
            "Throttling",
            "ThrottlingError",
            "ThrottledException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "TooManyRequestsException",
            "LimitExceededException");

    private static final Set<String> CONTENDING = Set.of(
            "TransactionConflictException",
            "TransactionConflict",
            "TransactionInProgressException",
            "ReplicatedWriteConflictException");

    private static final Set<String> REFUSING = Set.of(
            "AccessDeniedException",
            "AccessDenied",
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "IncompleteSignatureException",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired",
            "OptInRequired");

    private static final String CONDITION = "ConditionalCheckFailed";
    private static final String NONE = "None";

    private StoreErrors() {}

    /**
     * Returns the kind of an error.
     *
     * @param thrown the exception of the SDK
     * @return the kind
     */
    public static Kind kindOf(RuntimeException thrown) {
        return switch (thrown) {
            case ConditionalCheckFailedException condition -> Kind.CONDITION;
            case UnprocessedException unprocessed -> Kind.THROTTLED;
            case ResourceNotFoundException missing -> Kind.NO_TABLE;
            case TransactionCanceledException cancelled -> kindOf(cancelled.cancellationReasons());
            case AwsServiceException answered -> kindOf(code(answered), answered.statusCode());
            case ApiCallAttemptTimeoutException slow -> Kind.UNKNOWN;
            case ApiCallTimeoutException slow -> Kind.UNKNOWN;
            case AbortedException interrupted -> Kind.UNKNOWN;
            case SdkClientException unanswered -> kindOf(unanswered);
            default -> Kind.UNFORESEEN;
        };
    }

    /**
     * Returns the name of an error in the response of DynamoDB.
     *
     * @param answered the error
     * @return the name; empty if it has none
     */
    public static String code(AwsServiceException answered) {
        @Nullable AwsErrorDetails details = answered.awsErrorDetails();
        return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    }

    /**
     * Returns what to throw if a request failed and is not repeated.
     *
     * @param kind the kind of the error
     * @param cause the error
     * @return the exception
     */
    public static RollcallException translate(Kind kind, Throwable cause) {
        return switch (kind) {
            case THROTTLED -> unavailable(Reason.OVERLOADED, "DynamoDB takes no more requests at this moment.", cause);
            case CONTENTION ->
                unavailable(Reason.OVERLOADED, "Too many others change the same things at this moment.", cause);
            case NOT_SENT -> unavailable(Reason.UNREACHABLE, "DynamoDB can't be reached at this moment.", cause);
            case UNKNOWN -> unavailable(Reason.UNREACHABLE, "DynamoDB broke off at this moment.", cause);
            case REFUSED ->
                unavailable(
                        Reason.UNREACHABLE,
                        "DynamoDB refuses this server's AWS credentials, or they do not allow this, or there are none.",
                        cause);
            case NO_TABLE -> outdated("A table is missing.", cause);
            case CONDITION, UNFORESEEN -> new StoreFailureException("DynamoDB failed.", cause);
        };
    }

    /**
     * Returns what to throw if the tables are not those that this program needs.
     *
     * @param detail one sentence or more for the operator
     * @param cause the error
     * @return the exception
     */
    public static StoreUnavailableException outdated(String detail, Throwable cause) {
        return new StoreUnavailableException(Reason.SCHEMA_OUTDATED, detail, cause);
    }

    /**
     * Returns what to throw if a write was sent, now or before, and its outcome is unknown.
     *
     * @param cause the error
     * @return the exception
     */
    public static StoreUnavailableException outcomeUnknown(Throwable cause) {
        return new StoreUnavailableException(
                Reason.OUTCOME_UNKNOWN,
                "DynamoDB broke off while it wrote, so whether this was written is not known. Read it before you try again.",
                cause);
    }

    /** Whether something may have been written although it failed. */
    static boolean isOutcomeUnknown(RollcallException failure) {
        return failure instanceof StoreUnavailableException unavailable
                && unavailable.reason() == Reason.OUTCOME_UNKNOWN;
    }

    /**
     * Requires that every one of some writes was done.
     *
     * @param outcomes the outcomes of the writes
     * @throws RollcallException if one was not done; with an unknown outcome if only some were done
     */
    public static void requireEvery(List<? extends Outcome<?>> outcomes) {
        List<RollcallException> causes = outcomes.stream()
                .flatMap(outcome -> outcome instanceof Outcome.Failure<?>(RollcallException cause)
                        ? Stream.of(cause)
                        : Stream.empty())
                .toList();
        if (!causes.isEmpty()) {
            throw causes.size() < outcomes.size()
                    ? outcomeUnknown(causes.getFirst())
                    : causes.stream()
                            .filter(StoreErrors::isOutcomeUnknown)
                            .findFirst()
                            .orElse(causes.getFirst());
        }
    }

    private static Kind kindOf(List<CancellationReason> reasons) {
        List<String> codes = reasons.stream()
                .map(CancellationReason::code)
                .filter(code -> code != null && !code.equals(NONE))
                .toList();
        if (codes.stream().anyMatch(THROTTLING::contains)) {
            return Kind.THROTTLED;
        }
        if (codes.stream().anyMatch(CONTENDING::contains)) {
            return Kind.CONTENTION;
        }
        return !codes.isEmpty() && codes.stream().allMatch(CONDITION::equals) ? Kind.CONDITION : Kind.UNFORESEEN;
    }

    private static Kind kindOf(String code, int status) {
        if (THROTTLING.contains(code) || status == 429) {
            return Kind.THROTTLED;
        }
        if (CONTENDING.contains(code)) {
            return Kind.CONTENTION;
        }
        if (REFUSING.contains(code) || status == 401 || status == 403) {
            return Kind.REFUSED;
        }
        return status >= 500 ? Kind.UNKNOWN : Kind.UNFORESEEN;
    }

    private static Kind kindOf(SdkClientException unanswered) {
        if (causes(unanswered).anyMatch(StoreErrors::cameBeforeSending)) {
            return Kind.NOT_SENT;
        }
        if (causes(unanswered).anyMatch(IOException.class::isInstance)) {
            return Kind.UNKNOWN;
        }
        // The SDK has no class of its own for this.
        boolean withoutCredentials =
                Objects.requireNonNullElse(unanswered.getMessage(), "").contains("load credentials");
        return withoutCredentials ? Kind.REFUSED : Kind.UNFORESEEN;
    }

    private static boolean cameBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                // The JDK throws one class for a connection that isn't made and for an answer that doesn't come.
                || (cause instanceof SocketTimeoutException
                        && "Connect timed out".equalsIgnoreCase(cause.getMessage()));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static StoreUnavailableException unavailable(Reason reason, String sentence, Throwable cause) {
        return new StoreUnavailableException(reason, sentence + " Nothing was written; try again in a moment.", cause);
    }
}
