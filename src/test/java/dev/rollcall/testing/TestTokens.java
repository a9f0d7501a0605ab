package dev.rollcall.testing;

import dev.rollcall.connection.ConnectionState;
import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.credential.CredentialKind;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.refusal.Condition;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.token.IssuedToken;
import dev.rollcall.token.NewToken;
import dev.rollcall.token.TokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// Gives a test an organization of its own, with a connection and a token. To be injected into a
/// `@QuarkusTest`: `tokens.anOrganization().inMode(STRICT).issue()`.
@ApplicationScoped
public class TestTokens {
    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final Connections connections;
    private final Credentials credentials;
    private final TokenIssuer issuer;
    private final Sql sql;

    TestTokens(
            Organizations organizations,
            OrganizationPolicies policies,
            Connections connections,
            Credentials credentials,
            TokenIssuer issuer,
            Sql sql) {
        this.organizations = organizations;
        this.policies = policies;
        this.connections = connections;
        this.credentials = credentials;
        this.issuer = issuer;
        this.sql = sql;
    }

    /// An organization on the plan ENTERPRISE that needs no single sign-on, its connection on and compatible, its token
    /// with every scope,
    /// unless the test says otherwise.
    public Request anOrganization() {
        return new Request(
                Plan.ENTERPRISE, ConformanceMode.COMPATIBLE, EnumSet.allOf(Scope.class), Duration.ofDays(1), false);
    }

    /// Another token of the same connection.
    public TestToken another(TestToken token) {
        var connection =
                connections.find(token.organizationId(), token.connectionId()).orElseThrow();
        return of(issuer.issue(connection, "Another", EnumSet.allOf(Scope.class)));
    }

    /// Another token of the same connection, which stands for a user and has these scopes.
    public TestToken forUser(TestToken token, UUID userId, Scope... scopes) {
        var connection =
                connections.find(token.organizationId(), token.connectionId()).orElseThrow();
        return of(issuer.issue(connection, new NewToken("A user's", Set.of(scopes), Duration.ofDays(1), userId)));
    }

    /// Revokes the token.
    public void revoke(TestToken token) {
        credentials.revoke(token.organizationId(), CredentialKind.BEARER_TOKEN, token.credentialId(), Condition.NONE);
    }

    /// Turns the token's connection on or off, or pauses it.
    public void changeState(TestToken token, ConnectionState state) {
        connections.changeState(token.organizationId(), token.connectionId(), state);
    }

    /// Puts the token's organization on another plan.
    public void changePlan(TestToken token, Plan plan) {
        organizations.changePlan(token.organizationId(), plan);
    }

    private static TestToken of(IssuedToken issued) {
        var credential = issued.credential();
        return new TestToken(credential.organizationId(), credential.connectionId(), credential.id(), issued.token());
    }

    /// What the token shall be like.
    public final class Request {
        private final Plan plan;
        private final ConformanceMode mode;
        private final Set<Scope> scopes;
        private final Duration lifetime;
        private final boolean unhindered;

        private Request(Plan plan, ConformanceMode mode, Set<Scope> scopes, Duration lifetime, boolean unhindered) {
            this.plan = plan;
            this.mode = mode;
            this.scopes = scopes;
            this.lifetime = lifetime;
            this.unhindered = unhindered;
        }

        /// With this plan.
        public Request onPlan(Plan other) {
            return new Request(other, mode, scopes, lifetime, unhindered);
        }

        /// With its connection in this mode.
        public Request inMode(ConformanceMode other) {
            return new Request(plan, other, scopes, lifetime, unhindered);
        }

        /// With this one scope.
        public Request withScope(Scope scope) {
            return new Request(plan, mode, Set.of(scope), lifetime, unhindered);
        }

        /// With a token of this life.
        public Request living(Duration other) {
            return new Request(plan, mode, scopes, other, unhindered);
        }

        /// With a rate limit that no test meets. There are only so many of these.
        public Request unhindered() {
            return new Request(plan, mode, scopes, lifetime, true);
        }

        /// Makes all of it.
        public TestToken issue() {
            var added = organizations.add("Test " + UUID.randomUUID(), plan).id();
            var organization = unhindered ? renamed(added) : added;
            policies.change(organization, PolicyChange.provisioningWithoutSso(true), Condition.NONE);
            var connection = connections.add(organization, "PingOne", IdentityProvider.PINGONE, mode);
            return of(issuer.issue(connection, new NewToken("Test", scopes, lifetime, null)));
        }
    }

    // Limits are settings, and settings know organizations by identifiers that are known before.
    private UUID renamed(UUID organization) {
        var free = OrganizationsWithLimits.UNHINDERED.stream()
                .filter(id -> organizations.find(id).isEmpty())
                .findFirst()
                .orElseThrow();
        sql.update(SqlText.of(
                "UPDATE organization SET id = ? WHERE id = ?",
                ResourceIds.bytes(free),
                ResourceIds.bytes(organization)));
        return free;
    }

    /// A token with the ids of all it belongs to.
    public record TestToken(UUID organizationId, UUID connectionId, UUID credentialId, String token) {

        /// The value of the `Authorization` header.
        public String bearer() {
            return "Bearer " + token;
        }
    }
}
