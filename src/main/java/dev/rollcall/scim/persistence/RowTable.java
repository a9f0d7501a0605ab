package dev.rollcall.scim.persistence;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows of one table as they are changed: read with every column, and written, later in the transaction, where no
/// other writer was faster. Only columns that differ are sent. A row that is read twice is two objects; each is written
/// once.
///
/// @param <E> a row
public final class RowTable<E extends ResourceEntity> {
    private static final String OF_ORGANIZATION = "t.organization_id = ? AND ";

    private final Sql sql;
    private final String table;
    private final Supplier<E> empty;

    /// @param table its name
    /// @param empty makes a row without values
    public RowTable(Sql sql, String table, Supplier<E> empty) {
        this.sql = sql;
        this.table = table;
        this.empty = empty;
    }

    /// Adds a row.
    public void insert(E row) {
        var names = new ArrayList<String>();
        var values = new ArrayList<Object>();
        row.columns().forEach((name, value) -> {
            if (value != null) {
                names.add(name);
                values.add(value);
            }
        });
        sql.later(new SqlText(
                "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                        + SqlText.placeholders(values.size()) + ")",
                values));
        row.written();
    }

    /// Writes what differs from what was read, and raises the version.
    public void update(E row) {
        var former = row.version;
        row.version = former + 1;
        var assignments = new ArrayList<String>();
        var values = new ArrayList<Object>();
        row.changed().forEach((name, value) -> assign(assignments, values, name, value));
        values.add(ResourceIds.bytes(row.id));
        values.add(former);
        sql.laterUnlessLost(new SqlText(
                "UPDATE " + table + " SET " + String.join(", ", assignments) + " WHERE id = ? AND version = ?",
                values));
        row.written();
    }

    private static void assign(List<String> assignments, List<Object> values, String name, @Nullable Object value) {
        assignments.add(name + (value == null ? " = NULL" : " = ?"));
        if (value != null) {
            values.add(value);
        }
    }

    /// Removes a row.
    public void delete(E row) {
        sql.laterUnlessLost(SqlText.of(
                "DELETE FROM " + table + " WHERE id = ? AND version = ?", ResourceIds.bytes(row.id), row.version));
    }

    /// The row of an organization with this identifier.
    public Optional<E> find(UUID organizationId, UUID id) {
        return query(of(organizationId, byId(id)).prepared()).stream().findFirst();
    }

    /// The same, locked until the transaction ends: changes of one resource wait for each other instead of losing a
    /// race.
    public Optional<E> lock(UUID organizationId, UUID id) {
        return query(of(organizationId, byId(id).followedBy(" FOR UPDATE")).prepared()).stream()
                .findFirst();
    }

    private static SqlText byId(UUID id) {
        return SqlText.of("t.id = ?", ResourceIds.bytes(id));
    }

    /// The rows `t` of an organization that meet a condition; what orders or locks them may follow it.
    public List<E> list(UUID organizationId, SqlText condition) {
        return query(of(organizationId, condition));
    }

    private SqlText of(UUID organizationId, SqlText condition) {
        var all = SqlText.of(
                "SELECT t.* FROM " + table + " t WHERE " + OF_ORGANIZATION, ResourceIds.bytes(organizationId));
        return all.followedBy(condition);
    }

    /// The rows that a query gives with every column.
    public List<E> query(SqlText query) {
        return sql.query(query, row -> {
            var read = empty.get();
            read.read(row);
            read.written();
            return read;
        });
    }
}
