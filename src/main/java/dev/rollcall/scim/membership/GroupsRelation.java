package dev.rollcall.scim.membership;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.ElementColumns;
import dev.rollcall.scim.persistence.Relation;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// `groups` of users: from the groups that a condition is about down to everybody in them. A condition on the
/// `value` starts at that one group, others at all groups of the organization that meet them.
public final class GroupsRelation implements Relation {
    private static final String TYPE = "IF(EXISTS (SELECT 1 FROM group_member d WHERE d.organization_id ="
            + " m.organization_id AND d.group_id = c.outer_id AND d.member_id = m.member_id), 'direct', 'indirect')";

    @Override
    public SqlText any(Condition condition, UUID organizationId, String baseUri) {
        if (condition instanceof Condition.And(var operands) && operands.isEmpty()) {
            // Whoever is in any group is directly in one.
            return SqlText.of("EXISTS (SELECT 1 FROM group_member m JOIN scim_group l ON l.id = m.group_id WHERE"
                    + " m.organization_id = r.organization_id AND m.member_id = r.id)");
        }
        var organization = ResourceIds.bytes(organizationId);
        var ofGroup = new ArrayList<Condition>();
        var ofMembership = new ArrayList<Condition>();
        for (var term : condition instanceof Condition.And(var operands) ? operands : List.of(condition)) {
            (isOfGroup(term) ? ofGroup : ofMembership).add(term);
        }
        var groups = columns(baseUri, "g.id").translate(new Condition.And(ofGroup));
        var memberships = columns(baseUri, "c.outer_id").translate(new Condition.And(ofMembership));
        // The outer group that the condition is about, with every group within it, itself included.
        var outer = groups.within(
                "(r.id IN (WITH RECURSIVE c (outer_id, inner_id) AS (SELECT g.id, g.id FROM scim_group g WHERE ",
                " AND g.organization_id = ? UNION SELECT c.outer_id, m.member_id FROM c JOIN group_member m"
                        + " ON m.organization_id = ? AND m.group_id = c.inner_id AND m.member_type = 'Group'"
                        + " JOIN scim_group l ON l.id = m.member_id)"
                        + " SELECT m.member_id FROM c JOIN group_member m ON m.organization_id = ?"
                        + " AND m.group_id = c.inner_id WHERE m.member_type = 'User' AND ",
                organization,
                organization,
                organization);
        return outer.followedBy(memberships).followedBy("))");
    }

    private static boolean isOfGroup(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) -> operands.stream().allMatch(GroupsRelation::isOfGroup);
            case Condition.Or(var operands) -> operands.stream().allMatch(GroupsRelation::isOfGroup);
            case Condition.Not(var operand) -> isOfGroup(operand);
            case Condition.Compare compare -> {
                var sub = compare.attribute().subAttribute();
                yield sub != null && !sub.isNamed("type");
            }
            case Condition.Present _ -> true;
            case Condition.ElementMatches _ -> false;
        };
    }

    private static ElementColumns columns(String baseUri, String id) {
        return new ElementColumns()
                .identifier("value", id)
                .computed(
                        "$ref",
                        SqlText.of(
                                "CONCAT(?, " + ElementColumns.idText(id) + ")",
                                ReferencedType.GROUP.locations(baseUri)))
                .key(
                        "display",
                        "SELECT JSON_VALUE(d.search_document, '$.displayName') FROM scim_group d WHERE d.id = " + id)
                .computed("type", SqlText.of(TYPE));
    }
}
