package dev.rollcall.lambda;

class LoadBalancerMultiApiTest extends FunctionApi {

    LoadBalancerMultiApiTest() {
        super(EventForm.LOAD_BALANCER_MULTI);
    }
}
