package dev.rollcall.lambda;

class RestApiApiTest extends FunctionApi {

    RestApiApiTest() {
        super(EventForm.REST_API);
    }
}
