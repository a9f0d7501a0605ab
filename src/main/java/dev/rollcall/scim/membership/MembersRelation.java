package dev.rollcall.scim.membership;

import static dev.rollcall.scim.membership.ReferencedType.GROUP;
import static dev.rollcall.scim.membership.ReferencedType.USER;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.ElementColumns;
import dev.rollcall.scim.persistence.Relation;
import dev.rollcall.sql.SqlText;
import java.util.UUID;

/// `members` of groups as rows `m` of `group_member`. What a member is called is looked up only where a
/// condition asks for it. A row that names a resource that is gone is no member.
public final class MembersRelation implements Relation {
    /// Whether the member of row `m` is there.
    static final String LIVE = "CASE m.member_type WHEN 'Group' THEN EXISTS (SELECT 1 FROM scim_group l WHERE"
            + " l.id = m.member_id) ELSE EXISTS (SELECT 1 FROM scim_user l WHERE l.id = m.member_id) END";

    /// What a user or a group is called, as a search key.
    private static final String DISPLAY =
            "CASE m.member_type WHEN 'Group' THEN (SELECT JSON_VALUE(d.search_document, '$.displayName') FROM scim_group d"
                    + " WHERE d.id = m.member_id) ELSE (SELECT IF(IFNULL(JSON_VALUE(d.document,"
                    + " '$.displayName'), '') = '', d.user_name_key, JSON_VALUE(d.search_document, '$.displayName')) FROM scim_user d WHERE d.id = m.member_id) END";

    private static final String LOCATION = "CONCAT(?, IF(m.member_type = 'Group', '" + GROUP.locations("") + "', '"
            + USER.locations("") + "'), " + ElementColumns.idText("m.member_id") + ")";

    @Override
    public SqlText any(Condition condition, UUID organizationId, String baseUri) {
        return columns(baseUri)
                .translate(condition)
                .within(
                        "EXISTS (SELECT 1 FROM group_member m WHERE m.organization_id = r.organization_id"
                                + " AND m.group_id = r.id AND ",
                        " AND " + LIVE + ")");
    }

    /// Where the sub-attributes of a member are in the row `m`.
    static ElementColumns columns(String baseUri) {
        return new ElementColumns()
                .identifier("value", "m.member_id")
                .key("type", "LOWER(m.member_type)")
                .key("display", DISPLAY)
                .computed("$ref", SqlText.of(LOCATION, baseUri));
    }
}
