package dev.rollcall.lambda;

import dev.rollcall.lambda.event.EventForm;

class HttpApiApiTest extends FunctionApi {

    HttpApiApiTest() {
        super(EventForm.HTTP_API);
    }
}
