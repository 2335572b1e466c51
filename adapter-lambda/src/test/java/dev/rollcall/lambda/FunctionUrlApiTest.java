package dev.rollcall.lambda;

class FunctionUrlApiTest extends FunctionApi {

    FunctionUrlApiTest() {
        super(EventForm.FUNCTION_URL);
    }
}
