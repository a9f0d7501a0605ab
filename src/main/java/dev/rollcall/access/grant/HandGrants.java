package dev.rollcall.access.grant;

import dev.rollcall.access.admin.LastAdmin;
import dev.rollcall.access.catalogue.Choice;
import dev.rollcall.access.catalogue.Choices;
import dev.rollcall.access.catalogue.Named;
import dev.rollcall.access.catalogue.Roles;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Author;
import dev.rollcall.audit.Change;
import dev.rollcall.organization.MemberPolicies;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Policies;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What members are given by hand. No sync gives such a grant, and none takes it away.
@ApplicationScoped
public class HandGrants {
    /// The version of each, which never changes.
    public static final long VERSION = 1;

    private final HandGrantRepository grants;
    private final HandGrantRows rows;
    private final GrantedMembers members;
    private final Choices choices;
    private final Roles roles;
    private final LastAdmin lastAdmin;
    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    HandGrants(
            HandGrantRepository grants,
            HandGrantRows rows,
            GrantedMembers members,
            Choices choices,
            Roles roles,
            LastAdmin lastAdmin,
            Organizations organizations,
            OrganizationPolicies policies,
            Audit audit,
            UuidV7 identifiers,
            Clock clock) {
        this.grants = grants;
        this.rows = rows;
        this.members = members;
        this.choices = choices;
        this.roles = roles;
        this.lastAdmin = lastAdmin;
        this.organizations = organizations;
        this.policies = policies;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Gives a member a role. Somebody who is not active has it from when they are.
    ///
    /// @param teamId in which team; null for a role of the organization
    /// @throws RefusedException if there is no such organization, no such member, team or role in it, the member
    ///     was given this already, or roles come from groups only
    @Transacted
    public HandGrant give(UUID organizationId, UUID memberId, @Nullable UUID teamId, UUID roleId) {
        organizations.required(organizationId);
        var member = members.shared(organizationId, memberId).orElseThrow(() -> noMember(memberId));
        var choice = choices.of(organizationId, teamId, roleId);
        requireByHand(organizationId, choice);
        var grant = new HandGrantEntity();
        grant.id = identifiers.next();
        grant.organizationId = organizationId;
        grant.memberId = memberId;
        grant.scopeId = choice.scopeId();
        grant.roleId = roleId;
        grant.madeBy = Author.current().name();
        grant.created = clock.millis();
        if (grants.isTaken(grant)) {
            throw RefusedException.taken(member.name() + " was given " + choice.words() + " by hand already.");
        }
        grants.persistAndFlush(grant);
        audit.note(change("grant.added", organizationId, grant.id, member, Map.of(), fields(member, choice)));
        return required(organizationId, grant.id);
    }

    /// The next so many of the organization, by member.
    ///
    /// @param after the one behind which they begin; null at the beginning
    @Transactional
    public List<HandGrant> page(
            UUID organizationId, HandGrantFilter filter, @Nullable HandGrantPosition after, int limit) {
        return rows.page(organizationId, filter, after, limit);
    }

    /// The member with this id in the organization.
    ///
    /// @throws RefusedException if there is no such member in the organization
    @Transactional
    public Named member(UUID organizationId, UUID memberId) {
        return members.find(organizationId, memberId).orElseThrow(() -> noMember(memberId));
    }

    /// Takes it from the member, who keeps the same role where it comes from elsewhere as well.
    ///
    /// @throws RefusedException if there is no such grant of the member, it has changed, or nobody active would
    ///     administer the organization
    @Transacted
    public void take(UUID organizationId, UUID memberId, UUID id, Condition condition) {
        var grant = grants.lock(organizationId, memberId, id).orElseThrow(() -> missing(id));
        condition.require(VERSION);
        var before = required(organizationId, id);
        grants.delete(grant);
        grants.flush();
        if (roles.required(organizationId, grant.roleId).admin()) {
            lastAdmin.requireWithout(organizationId, before.member().name());
        }
        audit.note(change("grant.removed", organizationId, id, before.member(), fields(before), Map.of()));
    }

    private HandGrant required(UUID organizationId, UUID id) {
        return rows.find(organizationId, id).orElseThrow(() -> missing(id));
    }

    // An organization that has nobody to map a group would be locked out for good.
    private void requireByHand(UUID organizationId, Choice choice) {
        var fromGroupsOnly = policies.find(organizationId)
                .map(Policies::members)
                .map(MemberPolicies::rolesFromGroupsOnly)
                .orElse(false);
        if (!fromGroupsOnly) {
            return;
        }
        if (choice.role().admin()) {
            lastAdmin.hold(organizationId);
            if (!lastAdmin.isThere(organizationId)) {
                return;
            }
        }
        throw RefusedException.of(
                RefusedException.Kind.STATE,
                "Roles come from groups only in this organization. Map a group to the role, under IdP groups, or allow"
                        + " roles by hand, under Access.");
    }

    private static RefusedException noMember(UUID id) {
        return RefusedException.notFound("The organization has no member " + id + ".");
    }

    private static RefusedException missing(UUID id) {
        return RefusedException.notFound("The member has no grant by hand " + id + ".");
    }

    private static Change change(
            String action,
            UUID organizationId,
            UUID id,
            Named member,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        return new Change(organizationId, action, id.toString(), member.name(), before, after);
    }

    private static Map<String, @Nullable Object> fields(Named member, Choice choice) {
        var team = choice.team();
        return fields(
                member.name(), team == null ? null : team.name(), choice.role().name());
    }

    private static Map<String, @Nullable Object> fields(HandGrant grant) {
        var team = grant.team();
        return fields(
                grant.member().name(),
                team == null ? null : team.name(),
                grant.role().name());
    }

    private static Map<String, @Nullable Object> fields(String member, @Nullable String team, String role) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("member", member);
        fields.put("team", team);
        fields.put("role", role);
        return fields;
    }
}
