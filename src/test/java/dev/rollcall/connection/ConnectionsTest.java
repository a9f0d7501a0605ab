package dev.rollcall.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.ConformanceMode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ConnectionsTest {
    private final Organizations organizations;
    private final Connections connections;
    private UUID organization = UUID.randomUUID();
    private UUID other = UUID.randomUUID();

    ConnectionsTest(Organizations organizations, Connections connections) {
        this.organizations = organizations;
        this.connections = connections;
    }

    @BeforeEach
    void addOrganizations() {
        organization =
                organizations.add("Acme " + organization, Plan.ENTERPRISE).id();
        other = organizations.add("Other " + other, Plan.ENTERPRISE).id();
    }

    private Connection add(UUID owner, String name) {
        return connections.add(owner, name, IdentityProvider.PINGONE, ConformanceMode.COMPATIBLE);
    }

    @Test
    void isOnFromTheBeginning() {
        var added = add(organization, " PingOne ");

        assertThat(added.name()).isEqualTo("PingOne");
        assertThat(added.state()).isEqualTo(ConnectionState.ON);
        assertThat(connections.find(organization, added.id())).contains(added);
        assertThat(connections.named(organization, "PingOne")).contains(added);
    }

    @Test
    void refusesANameThatIsTakenInTheSameOrganization() {
        add(organization, "PingOne");
        add(other, "PingOne");

        refused(
                () -> add(organization, "PingOne"),
                "The organization already has a connection 'PingOne'. Choose another name.");
    }

    @Test
    void refusesWhatIsNoName() {
        refused(() -> add(organization, ""), "The name of a connection has 1 to 200 characters; this one has 0.");
    }

    @Test
    void refusesAnOrganizationThatIsNotThere() {
        var unknown = UUID.randomUUID();

        refused(() -> add(unknown, "PingOne"), "There is no organization " + unknown + ".");
    }

    @Test
    void listsThoseOfTheOrganizationByName() {
        var second = add(organization, "b");
        var first = add(organization, "a");
        add(other, "c");

        assertThat(connections.list(organization)).containsExactly(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void goesIntoAnyState(ConnectionState state) {
        var id = add(organization, "PingOne").id();

        assertThat(connections.changeState(organization, id, state).state()).isEqualTo(state);
        assertThat(connections.find(organization, id).orElseThrow().state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void goesIntoAnyMode(ConformanceMode mode) {
        var id = add(organization, "PingOne").id();

        assertThat(connections.changeMode(organization, id, mode).mode()).isEqualTo(mode);
        assertThat(connections.find(organization, id).orElseThrow().mode()).isEqualTo(mode);
    }

    @Test
    void isNotThereForAnotherOrganization() {
        var added = add(organization, "PingOne");
        var sentence = "The organization has no connection " + added.id() + ".";

        assertThat(connections.find(other, added.id())).isEmpty();
        assertThat(connections.named(other, "PingOne")).isEmpty();
        refused(() -> connections.changeState(other, added.id(), ConnectionState.OFF), sentence);
        refused(() -> connections.changeMode(other, added.id(), ConformanceMode.STRICT), sentence);
        assertThat(connections.find(organization, added.id())).contains(added);
    }

    private static void refused(ThrowingCallable request, String sentence) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(request).withMessage(sentence);
    }
}
