package dev.rollcall.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// The columns of an organization's row that are its policies: they are changed and counted for themselves.
@Entity
@Table(name = "organization")
class PoliciesEntity {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @Column(name = "provisioning_without_sso", nullable = false)
    boolean provisioningWithoutSso;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "domain_policy", nullable = false, length = 20)
    DomainPolicy domainPolicy;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "reprovisioning", nullable = false, length = 20)
    Reprovisioning reprovisioning;

    @Column(name = "deleted_member_days", nullable = false)
    int deletedMemberDays;

    @Column(name = "seat_limit")
    @Nullable
    Integer seatLimit;

    @Column(name = "protect_last_admin", nullable = false)
    boolean protectLastAdmin;

    @Column(name = "roles_from_groups_only", nullable = false)
    boolean rolesFromGroupsOnly;

    @Column(name = "switched")
    @Nullable
    Long switched;

    @Column(name = "activity_days", nullable = false)
    int activityDays;

    @Column(name = "refused_body_days", nullable = false)
    int refusedBodyDays;

    @Column(name = "policies_version", nullable = false)
    long version;

    Policies toPolicies() {
        return new Policies(
                id,
                provisioningWithoutSso,
                domainPolicy,
                new MemberPolicies(
                        reprovisioning,
                        deletedMemberDays,
                        seatLimit,
                        protectLastAdmin,
                        rolesFromGroupsOnly,
                        switched == null ? null : Instant.ofEpochMilli(switched)),
                new Retention(activityDays, refusedBodyDays),
                version);
    }

    /// Makes the changes that are asked for.
    void change(PolicyChange change) {
        provisioningWithoutSso = asked(change.provisioningWithoutSso(), provisioningWithoutSso);
        domainPolicy = asked(change.domainPolicy(), domainPolicy);
        reprovisioning = asked(change.reprovisioning(), reprovisioning);
        deletedMemberDays = asked(change.deletedMemberDays(), deletedMemberDays);
        var limit = change.seatLimit();
        if (limit != null) {
            seatLimit = limit.isPresent() ? limit.getAsInt() : null;
        }
        protectLastAdmin = asked(change.protectLastAdmin(), protectLastAdmin);
        rolesFromGroupsOnly = asked(change.rolesFromGroupsOnly(), rolesFromGroupsOnly);
        activityDays = asked(change.activityDays(), activityDays);
        refusedBodyDays = asked(change.refusedBodyDays(), refusedBodyDays);
    }

    private static <T> T asked(@Nullable T asked, T present) {
        return asked == null ? present : asked;
    }
}
