package dev.rollcall.lambda.event;

import java.io.Serial;

/** An event that is not an HTTP request, such as a message of a queue. An HTTP response to it would hide the mistake. */
public final class ForeignEventException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ForeignEventException() {
        super("The event is not one of an API of API Gateway, a function URL or an application load balancer. This"
                + " function answers HTTP requests and nothing else; look at what triggers it.");
    }
}
