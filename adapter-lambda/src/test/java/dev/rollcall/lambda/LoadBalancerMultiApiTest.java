package dev.rollcall.lambda;

import dev.rollcall.lambda.event.EventForm;

class LoadBalancerMultiApiTest extends FunctionApi {

    LoadBalancerMultiApiTest() {
        super(EventForm.LOAD_BALANCER_MULTI);
    }
}
