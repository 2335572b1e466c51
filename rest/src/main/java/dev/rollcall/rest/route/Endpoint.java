package dev.rollcall.rest.route;

/** The operations of one feature. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Registers the operations and their handlers.
     *
     * @param routes takes them
     */
    void register(Routes routes);
}
