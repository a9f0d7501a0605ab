package dev.rollcall.scim.persistence;

import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Runs searches: a slice is one statement, in however many types, and so is a count.
@ApplicationScoped
public class ResourceSearch {
    private static final int KEY = 6;
    private static final int TYPE = 7;

    private final Sql sql;

    ResourceSearch(Sql sql) {
        this.sql = sql;
    }

    /// A resource that was found, and its place in the order of the search.
    public record Found(ScimResource resource, Position position) {}

    /// The resources of a slice, always in the order of the search. Without types there are none, and nothing
    /// is asked.
    public List<Found> slice(Search search, Slice slice) {
        if (search.types().isEmpty() || slice.count() == 0) {
            return List.of();
        }
        var found = sql.query(new SearchSql(search).slice(slice), row -> found(search, row));
        return slice.backwards() ? found.reversed() : found;
    }

    /// Whether the places of resources in the order of the search are found on an index alone.
    public static boolean isWalkedAlongAnIndex(Search search) {
        return new SearchSql(search).isWalkedAlongAnIndex();
    }

    /// The place of the first resource of a slice; empty where the slice has none. Of all that are passed over, and
    /// of the resource itself, the index is read and nothing else.
    ///
    /// @param search one that {@link #isWalkedAlongAnIndex}
    public Optional<Position> place(Search search, Slice slice) {
        return sql.query(new SearchSql(search).place(slice), ResourceSearch::position).stream()
                .findFirst();
    }

    /// The same as it is in a snapshot.
    public Optional<Position> place(Sql.Snapshot snapshot, Search search, Slice slice) {
        return snapshot.query(new SearchSql(search).place(slice), ResourceSearch::position).stream()
                .findFirst();
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getString(2), ResourceIds.fromBytes(row.getBytes(1)));
    }

    /// How many resources match.
    ///
    /// @param most how many of each type are counted; 0 for all
    public long count(Search search, long most) {
        if (search.types().isEmpty()) {
            return 0;
        }
        return sql.query(new SearchSql(search).count(most), row -> row.getLong(1))
                .getFirst();
    }

    private static Found found(Search search, ResultSet row) throws SQLException {
        var resource = ResourceRows.resource(
                search.types().get(row.getInt(TYPE)).table().type(), row);
        return new Found(resource, new Position(row.getString(KEY), UUID.fromString(resource.id())));
    }
}
