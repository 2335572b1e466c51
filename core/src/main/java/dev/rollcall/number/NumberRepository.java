package dev.rollcall.number;

import dev.rollcall.port.Lists;
import dev.rollcall.port.Puts;
import dev.rollcall.port.Restores;

/**
 * The port of the set of numbers, each exact to its last digit. Thread-safe; see {@link dev.rollcall.port} for what holds of every
 * port.
 */
public interface NumberRepository
        extends Puts<ExactNumber, RegisteredNumber>, Restores<RegisteredNumber>, Lists<RegisteredNumber, ExactNumber> {}
