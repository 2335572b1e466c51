package dev.rollcall.lambda;

import dev.rollcall.lambda.event.EventForm;

class RestApiApiTest extends FunctionApi {

    RestApiApiTest() {
        super(EventForm.REST_API);
    }
}
