package dev.rollcall.activity.log;

import dev.rollcall.activity.NameKey;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Names that begin with what is searched for. Each is one step in the index, however many calls there are of it.
@ApplicationScoped
class Names {
    /// How many are looked at, in their order.
    static final int MOST = 20;

    private final Sql sql;

    Names(Sql sql) {
        this.sql = sql;
    }

    List<String> beginningWith(UUID organizationId, String search) {
        var begin = NameKey.of(search);
        var found = new ArrayList<String>();
        var next = first(organizationId, ">=", begin);
        while (!next.isEmpty() && next.getFirst().startsWith(begin) && found.size() < MOST) {
            found.add(next.getFirst());
            next = first(organizationId, ">", next.getFirst());
        }
        return List.copyOf(found);
    }

    private List<String> first(UUID organizationId, String comparison, String key) {
        return sql.query(
                SqlText.of(
                        "SELECT name_key FROM provisioning_event FORCE INDEX (provisioning_event_name)"
                                + " WHERE organization_id = ? AND name_key " + comparison
                                + " ? ORDER BY organization_id, name_key LIMIT 1",
                        ResourceIds.bytes(organizationId),
                        key),
                row -> row.getString(1));
    }
}
