package dev.rollcall.lambda.zip;

import dev.rollcall.lambda.OwnTables;
import dev.rollcall.lambda.event.EventForm;
import java.io.IOException;
import java.util.Map;

class DynamoDbZipApiIT extends ZipApi {

    DynamoDbZipApiIT() {
        super("rollcall-lambda-dynamodb.zip", EventForm.HTTP_API);
    }

    @Override
    Map<String, String> environment() throws IOException {
        return OwnTables.migrated();
    }
}
