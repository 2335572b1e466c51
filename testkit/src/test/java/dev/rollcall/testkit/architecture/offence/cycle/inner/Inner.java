package dev.rollcall.testkit.architecture.offence.cycle.inner;

import dev.rollcall.testkit.architecture.offence.cycle.Outer;
import java.util.List;

/** Depends on a package that depends on its own. */
public record Inner(List<Outer> outer) {}
