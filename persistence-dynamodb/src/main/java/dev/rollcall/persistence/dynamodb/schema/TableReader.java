package dev.rollcall.persistence.dynamodb.schema;

import dev.rollcall.persistence.dynamodb.item.Repetition;
import dev.rollcall.persistence.dynamodb.item.StoreErrors;
import dev.rollcall.persistence.dynamodb.item.StoreErrors.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Asks DynamoDB about tables. */
final class TableReader {

    private static final List<TimeToLiveStatus> ON = List.of(TimeToLiveStatus.ENABLED, TimeToLiveStatus.ENABLING);

    private final DynamoDbClient client;
    private final String prefix;

    TableReader(DynamoDbClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    String name(DynamoDbTable table) {
        return prefix + table.name();
    }

    /** The table as it is; empty where there is none. */
    Optional<TableDescription> find(DynamoDbTable table) {
        return ask(() -> client.describeTable(request -> request.tableName(name(table))))
                .map(answer -> answer.table());
    }

    /** Whether DynamoDB removes what has expired, in a table that should. */
    boolean lacksTimeToLive(DynamoDbTable table) {
        return table.timeToLive().isPresent()
                && ask(() -> client.describeTimeToLive(request -> request.tableName(name(table))))
                        .map(answer -> answer.timeToLiveDescription())
                        .filter(found -> isOn(found, table))
                        .isEmpty();
    }

    /** Whether the table can be taken back to a moment in the past; true where the store has no such thing. */
    boolean lacksRecovery(DynamoDbTable table) {
        try {
            return ask(() -> client.describeContinuousBackups(request -> request.tableName(name(table))))
                    .map(answer -> answer.continuousBackupsDescription().pointInTimeRecoveryDescription())
                    .filter(found -> "ENABLED".equals(found.pointInTimeRecoveryStatusAsString()))
                    .isEmpty();
        } catch (AwsServiceException e) {
            // DynamoDB Local.
            if (StoreErrors.code(e).equals("UnknownOperationException")) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isOn(TimeToLiveDescription found, DynamoDbTable table) {
        return ON.contains(found.timeToLiveStatus())
                && table.timeToLive().filter(found.attributeName()::equals).isPresent();
    }

    /** Asks with the patience of every request. What is not there is no failure. */
    static <T> Optional<T> ask(Supplier<T> question) {
        Repetition repetition = new Repetition();
        while (true) {
            try {
                return Optional.of(question.get());
            } catch (RuntimeException failure) {
                Kind kind = isMissing(failure) ? Kind.NO_TABLE : StoreErrors.kindOf(failure);
                if (kind == Kind.NO_TABLE) {
                    return Optional.empty();
                }
                if (!repetition.another(kind, failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Questions about backups have an error of their own for this. */
    private static boolean isMissing(RuntimeException failure) {
        return failure instanceof AwsServiceException answer
                && StoreErrors.code(answer).equals("TableNotFoundException");
    }
}
