package dev.rollcall.rest;

/**
 * A command that shows a feature.
 *
 * @param command the command, with {@code %1$s} for the server's URL
 * @param first whether it is shown where every feature is served, too: a few are enough to begin with
 */
public record Example(String command, boolean first) {}
