package dev.rollcall.rest.route;

/** The operations of one feature. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Names the operations and what answers them.
     *
     * @param routes takes them
     */
    void register(Routes routes);
}
