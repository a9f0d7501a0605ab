package dev.rollcall.scim.persistence;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/// Runs SQL as the service does, and remembers the queries.
public final class RecordingSql extends Sql {
    private final List<SqlText> queries = new CopyOnWriteArrayList<>();

    public RecordingSql(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public <T> List<T> query(SqlText query, RowReader<T> reader) {
        queries.add(query);
        return super.query(query, reader);
    }

    /// The queries since this was asked last.
    public List<SqlText> taken() {
        var taken = List.copyOf(queries);
        queries.clear();
        return taken;
    }
}
