package dev.rollcall.scim.total;

import dev.rollcall.scim.persistence.ResourceState;
import dev.rollcall.scim.persistence.Search;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.Sql.Snapshot;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.OptionalLong;

/// Tells how many resources there are without counting them, for what is kept: all of a type, and the active and the
/// inactive ones. It is exact at the moment of the statement, since what is kept changes in the transaction that
/// changes the rows, and reads no more rows for many resources than for few.
@ApplicationScoped
public class ResourceTotals {
    private final Sql sql;

    ResourceTotals(Sql sql) {
        this.sql = sql;
    }

    /// The number of matches of a search; empty where it is not kept and has to be counted.
    public OptionalLong of(Search search) {
        var states = new ArrayList<SqlText>();
        for (var type : search.types()) {
            var state = type.table().state(type.condition());
            if (state.isEmpty()) {
                return OptionalLong.empty();
            }
            states.add(SqlText.of(
                    "(SELECT COALESCE(SUM(" + column(state.get()) + "), 0) FROM resource_total"
                            + " WHERE organization_id = ? AND resource_type = ?)",
                    ResourceIds.bytes(search.organizationId()),
                    type.table().type().name()));
        }
        return states.isEmpty()
                ? OptionalLong.of(0)
                : OptionalLong.of(sql.query(SqlText.joined(" + ", states).within("SELECT ", ""), row -> row.getLong(1))
                        .getFirst());
    }

    /// How many resources match, and what would have moved their numbers since.
    ///
    /// @param shifts another number whenever one that is older than an hour has come, gone, or changed into or out
    /// of the state
    public record Kept(long total, long shifts) {}

    /// The number of matches in a snapshot.
    ///
    /// @param search in one type, of one state
    public Kept of(Snapshot snapshot, Search search) {
        var type = search.types().getFirst();
        var state = type.table().state(type.condition()).orElseThrow();
        var shifts = state == ResourceState.EVERY ? "shifts" : "shifts + switches";
        return snapshot.query(
                        SqlText.of(
                                "SELECT COALESCE(SUM(" + column(state) + "), 0), COALESCE(SUM(" + shifts + "), 0)"
                                        + " FROM resource_total WHERE organization_id = ? AND resource_type = ?",
                                ResourceIds.bytes(search.organizationId()),
                                type.table().type().name()),
                        row -> new Kept(row.getLong(1), row.getLong(2)))
                .getFirst();
    }

    private static String column(ResourceState state) {
        return switch (state) {
            case EVERY -> "resources";
            case ACTIVE -> "active";
            case INACTIVE -> "inactive";
        };
    }
}
