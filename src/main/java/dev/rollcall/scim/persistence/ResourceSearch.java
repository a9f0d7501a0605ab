package dev.rollcall.scim.persistence;

import dev.rollcall.fairness.CrowdedException;
import dev.rollcall.fairness.Fairness;
import dev.rollcall.fairness.Party;
import dev.rollcall.fairness.Visit;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.persistence.ResourceRows.Beside;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.persistence.Search.Slice;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import dev.rollcall.sql.StatementTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs searches: a slice is one statement, in however many types, and so is a count. What no index serves takes a
/// place among the scans of its organization while it runs, and each but a look-up has its longest time.
@ApplicationScoped
public class ResourceSearch {
    private static final int KEY = 6;
    private static final int TYPE = 7;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Sql sql;
    private final Fairness fairness;
    private final MeterRegistry meters;

    ResourceSearch(Sql sql, Fairness fairness, MeterRegistry meters) {
        this.sql = sql;
        this.fairness = fairness;
        this.meters = meters;
    }

    /// A resource that was found, and its place in the order of the search.
    ///
    /// @param derivation what was read beside it of what other resources say of it; null where nothing was
    public record Found(
            ScimResource resource,
            Position position,
            @Nullable Derivation derivation) {}

    /// The resources of a slice, always in the order of the search. Without types there are none, and nothing
    /// is asked.
    ///
    /// @throws ScimException `tooMany` where it takes too long; 429 where too many of the organization are running
    public List<Found> slice(Search search, Slice slice) {
        if (search.types().isEmpty() || slice.count() == 0) {
            return List.of();
        }
        var statement = new SearchSql(search);
        var beside = statement.beside();
        var found = run(
                search,
                SearchCost.ofSlice(search),
                statement.slice(slice),
                beside == null ? row -> found(search, row) : row -> found(search, row, beside));
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
    /// @throws ScimException as {@link #slice}
    public long count(Search search, long most) {
        if (search.types().isEmpty()) {
            return 0;
        }
        return run(search, SearchCost.ofCount(search), new SearchSql(search).count(most), row -> row.getLong(1))
                .getFirst();
    }

    private <T> List<T> run(Search search, SearchCost cost, SqlText query, Sql.RowReader<T> reader) {
        return switch (cost) {
            case LOOK_UP -> sql.query(query, reader);
            case LIST -> bounded(search, cost, query, reader);
            case SCAN -> scan(search, query, reader);
        };
    }

    private <T> List<T> scan(Search search, SqlText query, Sql.RowReader<T> reader) {
        try (var _ = fairness.scan(Party.provisioning(search.organizationId()))) {
            var begun = System.nanoTime();
            try {
                return bounded(search, SearchCost.SCAN, query, reader);
            } finally {
                var nanos = System.nanoTime() - begun;
                Visit.current().ifPresent(visit -> visit.noteScan(nanos));
            }
        } catch (CrowdedException crowded) {
            throw ScimException.status(
                    TOO_MANY_REQUESTS,
                    crowded.crowd().sentence("Compare one of " + lookUps(search) + " with eq, or search less often."));
        }
    }

    private <T> List<T> bounded(Search search, SearchCost cost, SqlText query, Sql.RowReader<T> reader) {
        var longest = fairness.longestSearch(cost == SearchCost.SCAN);
        try {
            return sql.query(query, longest, reader);
        } catch (StatementTimeoutException _) {
            meters.counter("rollcall.statements.ended", "class", cost.name().toLowerCase(Locale.ROOT))
                    .increment();
            var advice = cost == SearchCost.SCAN
                    ? "no index serves it. Compare one of " + lookUps(search)
                            + " with eq, alone or by 'and' with the rest, and sort by nothing else."
                    : "narrow it with a filter, or read its pages by cursor.";
            throw ScimException.of(
                    ScimType.TOO_MANY,
                    "The search took longer than " + longest.toSeconds() + " s and was ended: " + advice);
        }
    }

    private static String lookUps(Search search) {
        return search.types().stream()
                .flatMap(type -> type.table().bindings().lookUps().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Found found(Search search, ResultSet row) throws SQLException {
        var resource = ResourceRows.resource(
                search.types().get(row.getInt(TYPE)).table().type(), row);
        return new Found(resource, new Position(row.getString(KEY), UUID.fromString(resource.id())), null);
    }

    private static Found found(Search search, ResultSet row, Beside<Derivation> beside) throws SQLException {
        var resource = ResourceRows.resource(search.types().getFirst().table().type(), row);
        var position = new Position(row.getString("k"), UUID.fromString(resource.id()));
        return new Found(resource, position, beside.reader().read(row));
    }
}
