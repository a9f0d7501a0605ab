package dev.rollcall.organization.domain;

import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What tests of domains need: organizations, names that nobody has, and what the audit says.
@ApplicationScoped
class ClaimedDomains {
    private final Organizations organizations;
    private final Sql sql;

    ClaimedDomains(Organizations organizations, Sql sql) {
        this.organizations = organizations;
        this.sql = sql;
    }

    UUID organization() {
        return organizations
                .add("Domains " + UUID.randomUUID(), Plan.ENTERPRISE)
                .id();
    }

    static String name() {
        return "d" + UUID.randomUUID() + ".example";
    }

    /// The actions that the audit has of an organization, the first first.
    List<String> audited(UUID organization) {
        return sql.query(
                SqlText.of(
                        "SELECT action FROM audit_entry WHERE organization_id = ? AND action LIKE 'domain.%' ORDER BY id",
                        (Object) ResourceIds.bytes(organization)),
                row -> row.getString(1));
    }
}
