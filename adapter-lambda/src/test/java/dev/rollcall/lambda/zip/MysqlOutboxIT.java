package dev.rollcall.lambda.zip;

import dev.rollcall.lambda.OwnDatabase;
import java.io.IOException;
import java.util.Map;

class MysqlOutboxIT extends OutboxZip {

    MysqlOutboxIT() {
        super("rollcall-lambda-mysql.zip");
    }

    @Override
    Map<String, String> store() throws IOException {
        return OwnDatabase.migrated();
    }
}
