package dev.rollcall.lambda;

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
