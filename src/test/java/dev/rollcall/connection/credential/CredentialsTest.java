package dev.rollcall.connection.credential;

import static dev.rollcall.connection.credential.CredentialKind.BEARER_TOKEN;
import static dev.rollcall.connection.credential.CredentialKind.OAUTH_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.organization.Admittance;
import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.refusal.Condition;
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
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CredentialsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final CredentialUse USE = new CredentialUse("192.0.2.7", "PingOne");

    private final Organizations organizations;
    private final Connections connections;
    private final CredentialRepository rows;
    private final Statuses statuses;
    private final CredentialAudit audit;
    private final CredentialsConfig config;
    private UUID organization = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private UUID connection = UUID.randomUUID();

    CredentialsTest(
            Organizations organizations,
            Connections connections,
            CredentialRepository rows,
            Statuses statuses,
            CredentialAudit audit,
            CredentialsConfig config) {
        this.organizations = organizations;
        this.connections = connections;
        this.rows = rows;
        this.statuses = statuses;
        this.audit = audit;
        this.config = config;
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
        var credentials =
                new Credentials(rows, statuses, connections, audit, config, Clock.fixed(time, ZoneOffset.UTC));
        return QuarkusTransaction.requiringNew().call(() -> request.apply(credentials));
    }

    private Credential add(Instant time, @Nullable UUID user) {
        return at(time, credentials -> credentials.add(wanted(organization, BEARER_TOKEN, time.plus(LIFETIME), user)));
    }

    private Credential add() {
        return add(NOW, null);
    }

    private NewCredential wanted(UUID owner, CredentialKind kind, Instant expires, @Nullable UUID user) {
        var id = UUID.randomUUID();
        return new NewCredential(
                id,
                owner,
                connection,
                kind,
                " Token ",
                Set.of(Scope.READ),
                SecretHash.of("token " + id),
                expires,
                user);
    }

    private Optional<Credential> find(UUID owner, UUID id) {
        return at(NOW, credentials -> credentials.find(owner, BEARER_TOKEN, id));
    }

    private Credential found(UUID id) {
        return find(organization, id).orElseThrow();
    }

    private Optional<CredentialStatus> status(UUID owner, UUID id) {
        return at(NOW, credentials -> credentials.status(owner, id));
    }

    private List<Credential> list(UUID owner) {
        return at(NOW, credentials -> credentials.list(owner, connection, BEARER_TOKEN));
    }

    @Test
    void keepsWhatItWasGiven() {
        var added = add();

        assertThat(added)
                .isEqualTo(new Credential(
                        added.id(),
                        organization,
                        connection,
                        BEARER_TOKEN,
                        "Token",
                        Set.of(Scope.READ),
                        "Rollcall",
                        NOW,
                        LIFETIME,
                        NOW.plus(LIFETIME),
                        null,
                        null,
                        null,
                        1));
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
                        SecretHash.of("token " + added.id()),
                        ConnectionState.PAUSED,
                        Set.of(),
                        Plan.TEAM,
                        new Admittance(false, false, DomainPolicy.OFF, Set.of()),
                        MemberPolicies.DEFAULT));
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

        at(NOW, credentials -> credentials.revoke(organization, BEARER_TOKEN, revoked.id(), Condition.NONE));

        assertThat(add()).isNotNull();
    }

    @Test
    void countsEachKindApart() {
        add();
        add();

        assertThat(at(NOW, credentials -> credentials.add(wanted(organization, OAUTH_CLIENT, NOW.plus(LIFETIME), null)))
                        .kind())
                .isEqualTo(OAUTH_CLIENT);
        assertThat(list(organization)).hasSize(2);
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

        at(NOW, credentials -> credentials.revoke(organization, BEARER_TOKEN, id, Condition.NONE));
        at(NOW.plusSeconds(60), credentials -> credentials.revoke(organization, BEARER_TOKEN, id, Condition.NONE));

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
        assertThat(found(id).lastUse()).isEqualTo(new LastUse(NOW.plusSeconds(61), USE));
        assertThat(found(id).version()).isEqualTo(1);
    }

    private void noteUse(Instant time, UUID owner, UUID id) {
        at(time, credentials -> {
            credentials.noteUse(owner, id, USE);
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
                () -> at(NOW, credentials -> credentials.revoke(other, BEARER_TOKEN, added.id(), Condition.NONE)),
                "The organization has no token " + added.id() + ".");
        refused(
                () -> at(NOW, credentials -> credentials.add(wanted(other, BEARER_TOKEN, NOW.plus(LIFETIME), null))),
                "The organization has no connection " + connection + ".");
        assertThat(find(other, added.id())).isEmpty();
        assertThat(status(other, added.id())).isEmpty();
        assertThat(list(other)).isEmpty();
        assertThat(found(added.id())).isEqualTo(added);
    }

    @Test
    void knowsItsState() {
        var live = add();

        assertThat(Stream.of(NOW, live.expires().minusSeconds(1), live.expires())
                        .map(time -> live.state(time, Duration.ofHours(1))))
                .containsExactly(CredentialState.VALID, CredentialState.EXPIRING, CredentialState.EXPIRED);
        assertThat(at(NOW, credentials -> credentials.revoke(organization, BEARER_TOKEN, live.id(), Condition.NONE))
                        .state(live.expires(), Duration.ofHours(1)))
                .isEqualTo(CredentialState.REVOKED);
    }

    @Test
    void changesOnlyTheVersionThatWasSeen() {
        var id = add().id();

        var renamed = at(NOW, it -> it.rename(organization, BEARER_TOKEN, id, " Next ", Condition.version(1)));

        assertThat(renamed.name()).isEqualTo("Next");
        assertThat(renamed.version()).isEqualTo(2);
        refused(
                () -> at(NOW, it -> it.revoke(organization, BEARER_TOKEN, id, Condition.version(1))),
                "Somebody else has changed this since you read it. Read it again, and repeat your change if it is"
                        + " still wanted.");
        assertThat(found(id)).isEqualTo(renamed);
    }

    @Test
    void retiresWhatIsReplaced() {
        var old = add();

        var before = retire(old, Duration.ofHours(2));

        assertThat(before).isEqualTo(old);
        assertThat(found(old.id()).expires()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(found(old.id()).lifetime()).isEqualTo(LIFETIME);
    }

    @Test
    void doesNotLiveLongerForARotation() {
        var old = add();

        retire(old, Duration.ofDays(90));

        assertThat(found(old.id()).expires()).isEqualTo(old.expires());
    }

    @Test
    void isGoneAtOnceWithoutAnOverlap() {
        var old = add();

        retire(old, Duration.ZERO);

        assertThat(found(old.id()).isLive(NOW)).isFalse();
    }

    @Test
    void isNotReplacedWhileTwoAreLive() {
        var old = add();
        add();

        refused(
                () -> retire(old, Duration.ofHours(1)),
                "There are 2 live tokens already, so a rotation may be under way. Revoke the one that is not needed,"
                        + " then rotate the other.");
        assertThat(found(old.id())).isEqualTo(old);
    }

    @Test
    void isNotReplacedWhereItIsNotLive() {
        var expired = add(NOW.minus(LIFETIME), null);
        var revoked = add();
        at(NOW, it -> it.revoke(organization, BEARER_TOKEN, revoked.id(), Condition.NONE));

        refused(
                () -> retire(expired, Duration.ofHours(1)),
                "This token has expired, so there is nothing to replace. Make a new one.");
        refused(
                () -> retire(revoked, Duration.ofHours(1)),
                "This token is revoked, so there is nothing to replace. Make a new one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P90DT1S"})
    void refusesAnOverlapOutOfBounds(Duration overlap) {
        var old = add();

        refused(
                () -> retire(old, overlap),
                "The old one can stay valid beside the new one for at most 90 days; zero ends it at once.");
    }

    private Credential retire(Credential old, Duration overlap) {
        return at(NOW, it -> it.retire(organization, BEARER_TOKEN, old.id(), new Rotation(overlap, Condition.NONE)));
    }

    @Test
    void isNotThereAsAnotherKind() {
        var token = add();

        refused(
                () -> at(NOW, it -> it.revoke(organization, OAUTH_CLIENT, token.id(), Condition.NONE)),
                "The organization has no OAuth client " + token.id() + ".");
        assertThat(at(NOW, it -> it.client(token.id())).isEmpty()).isTrue();
    }

    private static void refused(ThrowingCallable request, String sentence) {
        assertThatExceptionOfType(RefusedException.class).isThrownBy(request).withMessage(sentence);
    }
}
