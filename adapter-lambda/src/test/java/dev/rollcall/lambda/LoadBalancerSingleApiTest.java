package dev.rollcall.lambda;

import dev.rollcall.lambda.event.EventForm;

class LoadBalancerSingleApiTest extends FunctionApi {

    LoadBalancerSingleApiTest() {
        super(EventForm.LOAD_BALANCER_SINGLE);
    }
}
