package dev.rollcall.lambda;

class HttpApiApiTest extends FunctionApi {

    HttpApiApiTest() {
        super(EventForm.HTTP_API);
    }
}
