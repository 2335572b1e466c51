package dev.rollcall.lambda;

import dev.rollcall.lambda.event.EventForm;

class FunctionUrlApiTest extends FunctionApi {

    FunctionUrlApiTest() {
        super(EventForm.FUNCTION_URL);
    }
}
