package dev.rollcall.write;

/** Whether a write may be made again where nobody knows if it was stored. */
public enum Repeat {
    /** Making it twice is the same as making it once. */
    SAFE,
    /** A second time would fail on the first, or double it. */
    UNSAFE
}
