package dev.rollcall.testkit.architecture.offence.cycle;

import dev.rollcall.testkit.architecture.offence.cycle.inner.Inner;

/** Depends on a package that depends on its own. */
public record Outer(Inner inner) {}
