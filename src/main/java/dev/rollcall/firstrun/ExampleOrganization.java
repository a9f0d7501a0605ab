package dev.rollcall.firstrun;

import dev.rollcall.connection.Connections;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.domain.Domains;
import dev.rollcall.refusal.Condition;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.security.OperatorScope;
import dev.rollcall.security.link.SetUpLinks;
import dev.rollcall.security.operator.NewOperatorToken;
import dev.rollcall.security.operator.OperatorTokens;
import dev.rollcall.security.session.Person;
import dev.rollcall.sql.Transacted;
import dev.rollcall.token.TokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;

/// Makes the organization, the connection, the tokens and the link of the first run: all of them, or none.
@ApplicationScoped
class ExampleOrganization {
    private static final String ORGANIZATION = "Example";
    private static final String CONNECTION = "PingOne";
    private static final String DOMAIN = "example.com";
    private static final String FIRST_RUN = "First run";

    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final Domains domains;
    private final ExampleAccess access;
    private final Connections connections;
    private final TokenIssuer issuer;
    private final OperatorTokens operators;
    private final SetUpLinks links;
    private final FirstRunFile file;

    ExampleOrganization(
            Organizations organizations,
            OrganizationPolicies policies,
            Domains domains,
            ExampleAccess access,
            Connections connections,
            TokenIssuer issuer,
            OperatorTokens operators,
            SetUpLinks links,
            FirstRunFile file) {
        this.organizations = organizations;
        this.policies = policies;
        this.domains = domains;
        this.access = access;
        this.connections = connections;
        this.issuer = issuer;
        this.operators = operators;
        this.links = links;
        this.file = file;
    }

    /// The draft of the file is there when the transaction commits. Of several replicas one commits, as the
    /// name of an organization is unique.
    @Transacted
    FirstRunValues make(String endpoint) {
        var organization = organizations.add(ORGANIZATION, Plan.ENTERPRISE);
        policies.change(organization.id(), PolicyChange.provisioningWithoutSso(true), Condition.NONE);
        domains.vouch(organization.id(), DOMAIN);
        access.add(organization.id());
        var connection =
                connections.add(organization.id(), CONNECTION, IdentityProvider.PINGONE, ConformanceMode.COMPATIBLE);
        var issued = issuer.issue(connection, FIRST_RUN, EnumSet.allOf(Scope.class));
        var operator = operators.issue(new NewOperatorToken(FIRST_RUN, null, EnumSet.allOf(OperatorScope.class), null));
        var link = links.make(organization.id(), Person.of("admin@" + DOMAIN, "Admin"), false);
        var values = new FirstRunValues(
                new SetUpValues(
                        endpoint,
                        issued.token(),
                        organization.name(),
                        issued.credential().expires()),
                operator.token(),
                link.url(ServiceAddress.publicUrl(endpoint)));
        file.writeDraft(values);
        return values;
    }
}
