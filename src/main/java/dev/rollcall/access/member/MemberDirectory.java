package dev.rollcall.access.member;

import dev.rollcall.scim.membership.GroupsOfUsers;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What there is to say of one member.
@ApplicationScoped
public class MemberDirectory {
    private static final String CHANGES = "SELECT occurred, kind FROM provisioning_event WHERE organization_id = ? AND"
            + " resource_id = ? ORDER BY id DESC LIMIT 10";

    private final Members members;
    private final GroupsOfUsers groups;
    private final Sql sql;

    MemberDirectory(Members members, GroupsOfUsers groups, Sql sql) {
        this.members = members;
        this.groups = groups;
        this.sql = sql;
    }

    /// All of it; empty where the organization has no such member.
    public Optional<MemberDetails> find(UUID organizationId, UUID id) {
        return members.find(organizationId, id)
                .map(member -> new MemberDetails(member, groups(organizationId, member), changes(organizationId, id)));
    }

    private List<MemberDetails.Membership> groups(UUID organizationId, Member member) {
        if (member.userName() == null) {
            return List.of();
        }
        return groups.of(organizationId, List.of(member.id()), "").getOrDefault(member.id(), List.of()).stream()
                .map(ScimValue.Complex.class::cast)
                .map(group -> new MemberDetails.Membership(
                        UUID.fromString(String.valueOf(text(group, "value"))),
                        text(group, "display"),
                        "direct".equals(text(group, "type"))))
                .toList();
    }

    private static @Nullable String text(ScimValue.Complex group, String name) {
        return group.find(name) instanceof ScimValue.Text(var text) ? text : null;
    }

    private List<MemberDetails.Event> changes(UUID organizationId, UUID id) {
        return sql.query(
                SqlText.of(CHANGES, ResourceIds.bytes(organizationId), ResourceIds.bytes(id)),
                row -> new MemberDetails.Event(
                        Instant.ofEpochMilli(row.getLong(1)), row.getString(2).toLowerCase(Locale.ROOT)));
    }
}
