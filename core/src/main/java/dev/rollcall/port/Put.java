package dev.rollcall.port;

/**
 * The result of a put.
 *
 * @param stored the stored thing
 * @param inserted whether this very put stored it first; of many puts at once exactly one says so
 * @param <T> the kind of thing
 */
public record Put<T>(T stored, boolean inserted) {}
