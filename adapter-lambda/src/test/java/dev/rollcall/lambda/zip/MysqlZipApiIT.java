package dev.rollcall.lambda.zip;

import dev.rollcall.lambda.OwnDatabase;
import dev.rollcall.lambda.event.EventForm;
import java.io.IOException;
import java.util.Map;

class MysqlZipApiIT extends ZipApi {

    MysqlZipApiIT() {
        super("rollcall-lambda-mysql.zip", EventForm.LOAD_BALANCER_MULTI);
    }

    @Override
    Map<String, String> environment() throws IOException {
        return OwnDatabase.migrated();
    }
}
