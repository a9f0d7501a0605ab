package dev.rollcall.scim.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvisioningClientTest {
    @Test
    void aPartOfItsRequestNotesForItselfAndForTheWhole() {
        var whole = new ProvisioningClient(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Tolerances.of(ConformanceMode.COMPATIBLE),
                Set.of(Scope.WRITE),
                null);
        var first = whole.part();
        var second = whole.part();

        first.tolerances().forgive(Tolerance.COUNTRY);

        assertThat(first.tolerances().noted()).containsExactly(Tolerance.COUNTRY);
        assertThat(second.tolerances().noted()).isEmpty();
        assertThat(whole.tolerances().noted()).containsExactly(Tolerance.COUNTRY);
        assertThat(first.connectionId()).isEqualTo(whole.connectionId());
    }
}
