package dev.rollcall.access.grant;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The defaults of an organization, of which at most one holds for an address: the longest domain that covers it comes
/// first. They are few, so statements get them as a table of their own, by number.
///
/// @param all from number 1 on; 0 stands for none
record Defaults(List<Default> all) {
    private static final String QUERY =
            "SELECT d.claimed_name, g.team_id, g.role_id FROM default_grant g LEFT JOIN domain d ON d.id = g.subject_id AND"
                    + " d.organization_id = g.organization_id WHERE g.organization_id = ? AND (g.subject_id = ? OR"
                    + " d.claimed_name IS NOT NULL)";

    // What stands behind the last @, where something stands before it as well.
    private static final String IS_ADDRESS =
            "CHAR_LENGTH(SUBSTRING_INDEX(%1$s, '@', -1)) BETWEEN 1 AND CHAR_LENGTH(%1$s) - 2";

    private static final String OTHER_EMAIL = " FROM scim_user o, JSON_TABLE(o.search_document, '$.emails[*]' COLUMNS ("
            + "n FOR ORDINALITY, v VARCHAR(512) PATH '$.value', p VARCHAR(8) PATH '$.primary', t VARCHAR(64) PATH '$.type')) e"
            + " WHERE o.id = u.id AND " + IS_ADDRESS.formatted("e.v") + " AND (e.p = 'true' OR e.t = 'work')"
            + " ORDER BY IFNULL(e.p, '') = 'true' DESC, e.n LIMIT 1)";

    Defaults {
        all = List.copyOf(all);
    }

    static Defaults read(Sql.Snapshot database, UUID organizationId) {
        var organization = ResourceIds.bytes(organizationId);
        var all = new ArrayList<>(database.query(
                SqlText.of(QUERY, organization, organization),
                row -> new Default(
                        row.getString(1),
                        ResourceIds.fromBytes(row.getBytes(2)),
                        ResourceIds.fromBytes(row.getBytes(3)))));
        all.sort(Comparator.comparingInt(one -> -length(one.domain())));
        return new Defaults(all);
    }

    private static int length(@Nullable String domain) {
        return domain == null ? 0 : domain.length();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// The default with this number, or null.
    @Nullable
    Default numbered(int number) {
        return number == 0 ? null : all.get(number - 1);
    }

    /// Whether it depends on the address which one holds.
    private boolean ofDomains() {
        return all.stream().anyMatch(one -> one.domain() != null);
    }

    /// The number of the one that holds where no domain does.
    private int others() {
        return !all.isEmpty() && all.getLast().domain() == null ? all.size() : 0;
    }

    /// The number of the one that holds for the user of row `u`.
    SqlText ofUser() {
        if (!ofDomains()) {
            return SqlText.of(String.valueOf(others()));
        }
        return SqlText.of("CASE WHEN NOT (" + IS_ADDRESS.formatted("u.user_name_key") + ") THEN IFNULL((SELECT ")
                .followedBy(ofAddress("e.v"))
                .followedBy(OTHER_EMAIL + ", " + others() + ") ELSE ")
                .followedBy(ofAddress("u.user_name_key"))
                .followedBy(" END");
    }

    /// The number of the one that holds for the person of row `n`.
    SqlText ofPerson() {
        return ofDomains() ? ofAddress("n.account_key") : SqlText.of(String.valueOf(others()));
    }

    // A domain has no @, so that what ends like this ends with the domain, or with one below it.
    private SqlText ofAddress(String column) {
        var text = new StringBuilder("CASE");
        var values = new ArrayList<Object>();
        for (var i = 0; i < all.size(); i++) {
            var domain = all.get(i).domain();
            if (domain != null) {
                for (var form : DomainForms.of(domain)) {
                    text.append(" WHEN RIGHT(")
                            .append(column)
                            .append(", ?) IN (?, ?) THEN ")
                            .append(i + 1);
                    values.addAll(List.of(form.codePointCount(0, form.length()) + 1, "." + form, "@" + form));
                }
            }
        }
        return new SqlText(text + " ELSE " + others() + " END", values);
    }

    /// All of them as the rows of a table `(n, team_id, role_id)`.
    SqlText table() {
        var values = new ArrayList<Object>();
        var rows = new ArrayList<String>();
        for (var i = 0; i < all.size(); i++) {
            rows.add("SELECT " + (i + 1) + " AS n, CAST(? AS BINARY(16)) AS team_id, CAST(? AS BINARY(16)) AS role_id");
            values.add(ResourceIds.bytes(all.get(i).teamId()));
            values.add(ResourceIds.bytes(all.get(i).roleId()));
        }
        return new SqlText(String.join(" UNION ALL ", rows), values);
    }

    /// Whether one of them gives this role, or one in this team.
    boolean gives(@Nullable UUID roleId, @Nullable UUID teamId) {
        return all.stream()
                .anyMatch(one -> (roleId == null || Objects.equals(one.roleId(), roleId))
                        && (teamId == null || Objects.equals(one.teamId(), teamId)));
    }
}
