package dev.rollcall.memory;

import dev.rollcall.testkit.ContractRuns;
import org.junit.jupiter.api.Test;

final class InMemoryContractRunsTest {

    @Test
    void everyContractShouldRunInMemory() {
        ContractRuns.requireAll(InMemoryContractTest.class);
    }
}
