package dev.rollcall.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.NewCredential;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.refusal.RefusedException.Kind;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused, and why.
@QuarkusTest
class RefusedExceptionTest {
    private static final UUID NOWHERE = UUID.fromString("019a0e3c-7b5d-7c3f-9d2e-4f6a8b0c1d2e");

    private final Organizations organizations;
    private final Connections connections;
    private final Credentials credentials;
    private Organization organization = new Organization(NOWHERE, "", Plan.FREE, Instant.EPOCH, 1);
    private UUID connection = NOWHERE;

    RefusedExceptionTest(Organizations organizations, Connections connections, Credentials credentials) {
        this.organizations = organizations;
        this.connections = connections;
        this.credentials = credentials;
    }

    @BeforeEach
    void addConnectionWithAllItsTokens() {
        organization = organizations.add("Acme " + UUID.randomUUID(), Plan.ENTERPRISE);
        connection = addConnection(organization.id(), "PingOne");
        for (var count = 0; count < Credentials.LIVE_PER_CONNECTION; count++) {
            addToken(connection, "Token", null);
        }
    }

    private UUID addConnection(UUID owner, String name) {
        return connections
                .add(owner, name, IdentityProvider.PINGONE, ConformanceMode.COMPATIBLE)
                .id();
    }

    private Credential addToken(UUID to, String name, @Nullable UUID user) {
        var id = UUID.randomUUID();
        return credentials.add(new NewCredential(
                id,
                organization.id(),
                to,
                CredentialKind.BEARER_TOKEN,
                name,
                Set.of(Scope.READ),
                SecretHash.of("token " + id),
                Instant.now().plus(Duration.ofDays(1)),
                user));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void isOfItsKind(Kind kind, String what, Consumer<RefusedExceptionTest> request) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> request.accept(this))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(Kind.NOT_FOUND, "a plan", it -> it.organizations.changePlan(NOWHERE, Plan.FREE)),
                refusal(Kind.NOT_FOUND, "a connection of nobody", it -> it.addConnection(NOWHERE, "PingOne")),
                refusal(
                        Kind.NOT_FOUND,
                        "a state",
                        it -> it.connections.changeState(it.organization.id(), NOWHERE, ConnectionState.OFF)),
                refusal(
                        Kind.NOT_FOUND,
                        "a mode",
                        it -> it.connections.changeMode(NOWHERE, it.connection, ConformanceMode.STRICT)),
                refusal(
                        Kind.NOT_FOUND,
                        "tolerances",
                        it -> it.connections.changeTolerances(
                                it.organization.id(), NOWHERE, Set.of(), Set.of(), Set.of())),
                refusal(Kind.NOT_FOUND, "a token", it -> it.addToken(NOWHERE, "Token", null)),
                refusal(
                        Kind.NOT_FOUND,
                        "an end",
                        it -> it.credentials.revoke(
                                it.organization.id(), CredentialKind.BEARER_TOKEN, NOWHERE, Condition.NONE)),
                refusal(
                        Kind.TAKEN,
                        "an organization",
                        it -> it.organizations.add(it.organization.name(), Plan.ENTERPRISE)),
                refusal(Kind.TAKEN, "a connection", it -> it.addConnection(it.organization.id(), " PingOne ")),
                refusal(Kind.INVALID, "no name", it -> it.organizations.add(" ", Plan.ENTERPRISE)),
                refusal(Kind.INVALID, "a long name", it -> it.addConnection(it.organization.id(), "x".repeat(201))),
                refusal(Kind.INVALID, "two lines", it -> it.addToken(it.connection, "a\nb", NOWHERE)),
                refusal(
                        Kind.INVALID,
                        "forgiven and refused",
                        it -> it.connections.changeTolerances(
                                it.organization.id(),
                                it.connection,
                                Set.of(Tolerance.URL),
                                Set.of(Tolerance.URL),
                                Set.of())),
                refusal(Kind.LIMIT, "one token more", it -> it.addToken(it.connection, "Token", null)));
    }

    private static Arguments refusal(Kind kind, String what, Consumer<RefusedExceptionTest> request) {
        return arguments(kind, what, request);
    }
}
