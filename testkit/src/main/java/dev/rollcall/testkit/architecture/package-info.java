/** What the code of every module must look like, checked on its class files. */
@NullMarked
package dev.rollcall.testkit.architecture;

import org.jspecify.annotations.NullMarked;
