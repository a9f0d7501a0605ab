package dev.rollcall.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.organization.Admittance;
import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.ConformanceMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Organizations organizations;
    private final Connections connections;
    private final CredentialRepository rows;
    private final ConnectionRepository connectionRows;
    private UUID organization = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private UUID connection = UUID.randomUUID();

    CredentialsTest(
            Organizations organizations,
            Connections connections,
            CredentialRepository rows,
            ConnectionRepository connectionRows) {
        this.organizations = organizations;
        this.connections = connections;
        this.rows = rows;
        this.connectionRows = connectionRows;
    }

    @BeforeEach
    void addConnection() {
        organization =
                organizations.add("Acme " + organization, Plan.ENTERPRISE).id();
        other = organizations.add("Other " + other, Plan.ENTERPRISE).id();
        connection = connections
                .add(organization, "PingOne", IdentityProvider.PINGONE, ConformanceMode.STRICT)
                .id();
    }

    /// What the credentials answer at a time.
    private <T> T at(Instant time, Function<Credentials, T> request) {
        var credentials = new Credentials(rows, connectionRows, Clock.fixed(time, ZoneOffset.UTC));
        return QuarkusTransaction.requiringNew().call(() -> request.apply(credentials));
    }

    private Credential add(Instant time, @Nullable UUID user) {
        return at(time, credentials -> credentials.add(wanted(organization, time.plus(LIFETIME), user)));
    }

    private Credential add() {
        return add(NOW, null);
    }

    private NewCredential wanted(UUID owner, Instant expires, @Nullable UUID user) {
        var id = UUID.randomUUID();
        return new NewCredential(
                id, owner, connection, " Token ", Set.of(Scope.READ), TokenHash.of("token " + id), expires, user);
    }

    private Optional<Credential> find(UUID owner, UUID id) {
        return at(NOW, credentials -> credentials.find(owner, id));
    }

    private Credential found(UUID id) {
        return find(organization, id).orElseThrow();
    }

    private Optional<CredentialStatus> status(UUID owner, UUID id) {
        return at(NOW, credentials -> credentials.status(owner, id));
    }

    private List<Credential> list(UUID owner) {
        return at(NOW, credentials -> credentials.list(owner, connection));
    }

    @Test
    void keepsWhatItWasGiven() {
        var added = add();

        assertThat(added)
                .isEqualTo(new Credential(
                        added.id(),
                        organization,
                        connection,
                        "Token",
                        Set.of(Scope.READ),
                        NOW,
                        NOW.plus(LIFETIME),
                        null,
                        null,
                        null));
        assertThat(found(added.id())).isEqualTo(added);
    }

    @Test
    void knowsInOneLookWhatDecides() {
        var added = add();
        connections.changeState(organization, connection, ConnectionState.PAUSED);
        organizations.changePlan(organization, Plan.TEAM);

        assertThat(status(organization, added.id()))
                .contains(new CredentialStatus(
                        added,
                        TokenHash.of("token " + added.id()),
                        ConnectionState.PAUSED,
                        Set.of(),
                        Plan.TEAM,
                        new Admittance(false, false, DomainPolicy.OFF, Set.of())));
    }

    @Test
    void refusesAThirdLiveOne() {
        add();
        add();

        refused(this::add, "Connection 'PingOne' has 2 live tokens, which is the most. Revoke one of them first.");
    }

    @Test
    void doesNotCountWhatIsRevokedOrExpired() {
        add(NOW.minus(LIFETIME), null);
        var revoked = add();
        add();

        at(NOW, credentials -> credentials.revoke(organization, revoked.id()));

        assertThat(add()).isNotNull();
    }

    @Test
    void countsForEachUserApart() {
        var user = UUID.randomUUID();
        add();
        add();
        add(NOW, user);
        add(NOW, user);
        add(NOW, UUID.randomUUID());

        refused(
                () -> add(NOW, user),
                "Connection 'PingOne' has 2 live tokens for this user, which is the most. Revoke one of them first.");
    }

    @Test
    void revokesForGood() {
        var id = add().id();

        at(NOW, credentials -> credentials.revoke(organization, id));
        at(NOW.plusSeconds(60), credentials -> credentials.revoke(organization, id));

        assertThat(found(id).revoked()).isEqualTo(NOW);
        assertThat(found(id).isLive(NOW)).isFalse();
    }

    @Test
    void isLiveUntilItExpires() {
        var added = add();

        assertThat(added.isLive(added.expires().minusMillis(1))).isTrue();
        assertThat(added.isLive(added.expires())).isFalse();
    }

    @Test
    void notesItsUseOnceAMinute() {
        var id = add().id();

        noteUse(NOW, organization, id);
        noteUse(NOW.plusSeconds(60), organization, id);
        assertThat(found(id).lastUsed()).isEqualTo(NOW);

        noteUse(NOW.plusSeconds(61), organization, id);
        assertThat(found(id).lastUsed()).isEqualTo(NOW.plusSeconds(61));
    }

    private void noteUse(Instant time, UUID owner, UUID id) {
        at(time, credentials -> {
            credentials.noteUse(owner, id);
            return id;
        });
    }

    @Test
    void listsTheOldestFirst() {
        var second = add(NOW, null);
        var first = add(NOW.minusSeconds(1), UUID.randomUUID());

        assertThat(list(organization)).containsExactly(first, second);
    }

    @Test
    void isNotThereForAnotherOrganization() {
        var added = add();

        noteUse(NOW, other, added.id());
        refused(
                () -> at(NOW, credentials -> credentials.revoke(other, added.id())),
                "The organization has no token " + added.id() + ".");
        refused(
                () -> at(NOW, credentials -> credentials.add(wanted(other, NOW.plus(LIFETIME), null))),
                "The organization has no connection " + connection + ".");
        assertThat(find(other, added.id())).isEmpty();
        assertThat(status(other, added.id())).isEmpty();
        assertThat(list(other)).isEmpty();
        assertThat(found(added.id())).isEqualTo(added);
    }

    private static void refused(ThrowingCallable request, String sentence) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(request).withMessage(sentence);
    }
}
