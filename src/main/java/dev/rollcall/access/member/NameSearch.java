package dev.rollcall.access.member;

import dev.rollcall.scim.schema.Folding;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Members whose user name, display name or e-mail begins with a text: one source after the other, each in the order of
/// its index. A member stands where the first source has it, and nowhere else.
///
/// @param prefix folded for comparison
record NameSearch(Sql sql, UUID organizationId, String prefix) implements Course<NameSearch.Hit> {

    static final int SOURCES = Source.values().length;

    static NameSearch of(Sql sql, UUID organizationId, String text) {
        return new NameSearch(sql, organizationId, Folding.fold(text));
    }

    private enum Source {
        USER_NAME("scim_user FORCE INDEX (scim_user_user_name)", "user_name_key", "id", ""),
        USER_DISPLAY("scim_user FORCE INDEX (scim_user_display_name)", "display_name_key", "id", ""),
        USER_EMAIL(
                "resource_value FORCE INDEX (resource_value_key)",
                "value_key",
                "resource_id",
                " AND attribute = 'emails.value'"),
        PERSON_EMAIL("person FORCE INDEX (person_account)", "account_key", "id", ""),
        PERSON_NAME("person FORCE INDEX (person_name)", "name_key", "id", "");

        private final String table;
        private final String key;
        private final String id;
        private final String condition;

        Source(String table, String key, String id, String condition) {
            this.table = table;
            this.key = key;
            this.id = id;
            this.condition = condition;
        }

        private boolean isOfUsers() {
            return this == USER_NAME || this == USER_DISPLAY || this == USER_EMAIL;
        }
    }

    /// Where somebody was found.
    record Hit(int source, String key, UUID id) {}

    @Override
    public UUID id(Hit hit) {
        return hit.id();
    }

    @Override
    public List<String> position(Hit hit) {
        return List.of(String.valueOf(hit.source()), hit.key(), hit.id().toString());
    }

    @Override
    public @Nullable Hit place(List<String> position) {
        return position.size() < 3
                ? null
                : new Hit(Integer.parseInt(position.get(0)), position.get(1), UUID.fromString(position.get(2)));
    }

    @Override
    public List<Hit> next(@Nullable Hit after, int limit) {
        var found = new ArrayList<Hit>();
        for (var source = after == null ? 0 : after.source(); source < SOURCES; source++) {
            var place = source;
            var behind = after != null && after.source() == source ? after : null;
            found.addAll(sql.query(
                    statement(source, behind, limit - found.size()),
                    row -> new Hit(place, row.getString(1), ResourceIds.fromBytes(row.getBytes(2)))));
            if (found.size() >= limit) {
                break;
            }
        }
        return found;
    }

    SqlText statement(int number, @Nullable Hit after, int limit) {
        var source = Source.values()[number];
        var text = SqlText.of(
                "SELECT " + source.key + ", " + source.id + " FROM " + source.table + " WHERE organization_id = ?"
                        + source.condition + " AND " + source.key + " LIKE ? ESCAPE '!'",
                ResourceIds.bytes(organizationId),
                prefix.replaceAll("([!%_])", "!$1") + "%");
        if (after != null) {
            text = text.followedBy(SqlText.of(
                    " AND " + source.key + " >= ? AND (" + source.key + " > ? OR " + source.id + " > ?)",
                    after.key(),
                    after.key(),
                    ResourceIds.bytes(after.id())));
        }
        // A key that is unique is an order by itself; with more behind it, the planner would sort what it has in order.
        var further = source == Source.USER_NAME ? "" : ", " + source.id;
        return text.followedBy(" ORDER BY " + source.key + further + " LIMIT " + limit);
    }

    @Override
    public boolean belongs(Hit hit, Member member) {
        var source = Source.values()[hit.source()];
        return source.isOfUsers() == (member.userName() != null)
                && switch (source) {
                    case USER_NAME -> true;
                    case USER_DISPLAY -> !begins(member.userName());
                    case USER_EMAIL ->
                        hit.key().equals(member.emailKey())
                                && !begins(member.userName())
                                && !begins(displayName(member));
                    case PERSON_EMAIL -> true;
                    case PERSON_NAME -> !begins(member.email());
                };
    }

    private static @Nullable String displayName(Member member) {
        return member.attributes().get("displayName") instanceof String text ? text : null;
    }

    private boolean begins(@Nullable String text) {
        return text != null && Folding.fold(text).startsWith(prefix);
    }
}
