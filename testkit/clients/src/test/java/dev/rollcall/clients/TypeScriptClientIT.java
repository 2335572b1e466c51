package dev.rollcall.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.node.NodeTools;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client for Java is compiled by Maven, which is its test; this is the same for TypeScript. */
class TypeScriptClientIT {

    private static final NodeTools TOOLS =
            new NodeTools(Path.of("src", "test", "typescript"), "The TypeScript client is compiled");

    @BeforeAll
    static void install() {
        TOOLS.install();
    }

    @Test
    void theClientShouldCompile() {
        assertThat(TOOLS.run(
                        "compile.mjs", Path.of("target", "typescript-client").toAbsolutePath()))
                .isEqualTo(NodeTools.Result.NO_FAULT);
    }
}
