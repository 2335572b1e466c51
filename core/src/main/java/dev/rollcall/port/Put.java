package dev.rollcall.port;

/**
 * What a put left behind.
 *
 * @param stored what is stored now
 * @param inserted whether this very put stored it first; of many puts at once exactly one says so
 * @param <T> the kind of thing
 */
public record Put<T>(T stored, boolean inserted) {}
