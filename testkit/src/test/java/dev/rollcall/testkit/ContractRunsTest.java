package dev.rollcall.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.testkit.customer.CustomerRepositoryContract;
import dev.rollcall.testkit.guid.GuidRepositoryContract;
import dev.rollcall.testkit.number.NumberRepositoryContract;
import dev.rollcall.testkit.partial.ForgottenBackend;
import dev.rollcall.testkit.partial.PartialBackend;
import dev.rollcall.testkit.rsvp.event.EventRepositoryContract;
import dev.rollcall.testkit.rsvp.user.UserRepositoryContract;
import dev.rollcall.testkit.uuid.UuidRepositoryContract;
import org.junit.jupiter.api.Test;

final class ContractRunsTest {

    @Test
    void everyPortShouldHaveAContract() {
        assertThat(ContractRuns.contracts())
                .contains(
                        UuidRepositoryContract.class,
                        GuidRepositoryContract.class,
                        UserRepositoryContract.class,
                        EventRepositoryContract.class,
                        CustomerRepositoryContract.class,
                        NumberRepositoryContract.class,
                        StoreLifecycleContract.class,
                        RollcallContract.class);
    }

    @Test
    void requireAllShouldNameTheContractsThatAreLeftOut() {
        assertThatThrownBy(() -> ContractRuns.requireAll(PartialBackend.class, ForgottenBackend.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PartialBackend does not run GuidRepositoryContract")
                .hasMessageContaining("PartialBackend does not run RollcallContract")
                .hasMessageNotContaining("PartialBackend does not run NumberRepositoryContract")
                .hasMessageNotContaining("ForgottenBackend");
    }

    @Test
    void requireAllShouldNameTheTestsThatAreNotListed() {
        assertThatThrownBy(() -> ContractRuns.requireAll(ForgottenBackend.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PartialBackend runs contracts and is not listed");
    }

    @Test
    void requireFeaturesShouldNameTheContractsThatAreLeftOut() {
        assertThatThrownBy(() -> ContractRuns.requireFeatures(PartialBackend.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PartialBackend has no nested class that runs")
                .hasMessageContaining("GuidFeature");
    }

    @Test
    void requireAllShouldFailForNoTestAtAll() {
        assertThatThrownBy(ContractRuns::requireAll).isInstanceOf(AssertionError.class);
        assertThatCode(ContractRuns::contracts).doesNotThrowAnyException();
    }
}
