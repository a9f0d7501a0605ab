package dev.rollcall.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.refusal.RefusedException;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class OrganizationsTest {
    private final Organizations organizations;
    private final String name = "Acme " + UUID.randomUUID();

    OrganizationsTest(Organizations organizations) {
        this.organizations = organizations;
    }

    @Test
    void findsWhatWasAdded() {
        var added = organizations.add("  " + name + " ", Plan.ENTERPRISE);

        assertThat(added.name()).isEqualTo(name);
        assertThat(Duration.between(added.created(), Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(organizations.find(added.id())).contains(added);
        assertThat(organizations.named(name)).contains(added);
        assertThat(organizations.isEmpty()).isFalse();
    }

    @Test
    void findsNothingElse() {
        organizations.add(name, Plan.ENTERPRISE);

        assertThat(organizations.find(UUID.randomUUID())).isEmpty();
        assertThat(organizations.named(name + "x")).isEmpty();
    }

    @Test
    void refusesANameThatIsTaken() {
        organizations.add(name, Plan.ENTERPRISE);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> organizations.add(name + " ", Plan.FREE))
                .withMessage("There is already an organization '" + name + "'. Choose another name.");
        assertThat(organizations.named(name).orElseThrow().plan()).isEqualTo(Plan.ENTERPRISE);
    }

    @Test
    void refusesWhatIsNoName() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> organizations.add(" ", Plan.ENTERPRISE))
                .withMessage("The name of an organization has 1 to 200 characters; this one has 0.");
    }

    @Test
    void listsByName() {
        var second = organizations.add(name + " b", Plan.ENTERPRISE);
        var first = organizations.add(name + " a", Plan.TEAM);

        assertThat(organizations.list()).containsSubsequence(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void goesToAnyPlan(Plan plan) {
        var id = organizations.add(name, Plan.ENTERPRISE).id();

        assertThat(organizations.changePlan(id, plan).plan()).isEqualTo(plan);
        assertThat(organizations.find(id).orElseThrow().plan()).isEqualTo(plan);
    }

    @Test
    void changesThePlanOfNoOther() {
        var other = organizations.add(name + " b", Plan.ENTERPRISE);

        organizations.changePlan(organizations.add(name, Plan.ENTERPRISE).id(), Plan.FREE);

        assertThat(organizations.find(other.id())).contains(other);
    }

    @Test
    void refusesAPlanForNone() {
        var unknown = UUID.randomUUID();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> organizations.changePlan(unknown, Plan.FREE))
                .withMessage("There is no organization " + unknown + ".");
    }
}
