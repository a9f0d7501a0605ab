package dev.rollcall.access.person;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// People who are users as well: an identity provider created the user in the moment in which the person was added, or
/// gave a user the person's address later. They become one.
@ApplicationScoped
class Overlaps {
    private static final String NAMED = "SELECT p.organization_id, p.id, u.id FROM person p JOIN scim_user u"
            + " ON u.organization_id = p.organization_id AND u.user_name_key = p.live_key WHERE p.id IN (ids)";
    private static final String WITH_EMAIL = "SELECT p.organization_id, p.id, u.id FROM person p JOIN resource_value v"
            + " ON v.organization_id = p.organization_id AND v.value_key = p.live_key JOIN scim_user u"
            + " ON u.id = v.resource_id AND u.organization_id = v.organization_id WHERE p.id IN (ids) AND "
            + AddressHolders.IS_ACCOUNT + " ORDER BY u.id";

    private final Sql sql;
    private final Joining joining;

    Overlaps(Sql sql, Joining joining) {
        this.sql = sql;
        this.joining = joining;
    }

    /// A person, and the user who is the same.
    record Overlap(UUID organizationId, UUID person, UUID user) {}

    /// The next so many people, in the order of their ids.
    List<UUID> people(UUID after, int most) {
        return sql.query(
                SqlText.of(
                        "SELECT id FROM person WHERE id > ? AND state <> 'DELETED' ORDER BY id LIMIT ?",
                        ResourceIds.bytes(after),
                        most),
                row -> ResourceIds.fromBytes(row.getBytes(1)));
    }

    /// Which of these people are users, too.
    List<Overlap> of(List<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        var ids = people.stream().<Object>map(ResourceIds::bytes).toList();
        var found = new ArrayList<Overlap>();
        for (var query : List.of(NAMED, WITH_EMAIL)) {
            found.addAll(sql.query(
                    new SqlText(query.replace("ids", SqlText.placeholders(ids.size())), ids),
                    row -> new Overlap(
                            ResourceIds.fromBytes(row.getBytes(1)),
                            ResourceIds.fromBytes(row.getBytes(2)),
                            ResourceIds.fromBytes(row.getBytes(3)))));
        }
        return found;
    }

    /// Makes them one, where the user is still there.
    @Transacted
    void join(Overlap overlap) {
        var held = sql.query(
                SqlText.of(
                        "SELECT id FROM scim_user WHERE organization_id = ? AND id = ? LOCK IN SHARE MODE",
                        ResourceIds.bytes(overlap.organizationId()),
                        ResourceIds.bytes(overlap.user())),
                row -> row.getBytes(1));
        if (!held.isEmpty()) {
            joining.replace(overlap.organizationId(), List.of(overlap.person()), overlap.user(), false);
        }
    }
}
