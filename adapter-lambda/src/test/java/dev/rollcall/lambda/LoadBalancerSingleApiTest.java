package dev.rollcall.lambda;

class LoadBalancerSingleApiTest extends FunctionApi {

    LoadBalancerSingleApiTest() {
        super(EventForm.LOAD_BALANCER_SINGLE);
    }
}
