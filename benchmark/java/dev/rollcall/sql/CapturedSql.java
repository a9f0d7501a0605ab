package dev.rollcall.sql;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/// Hands every statement that writes to somebody else instead of the database; whoever asks finds nothing
/// there.
public final class CapturedSql extends Sql {
    private final BiConsumer<String, List<Object>> written;

    /// @param written takes each statement with its values
    public CapturedSql(DataSource nowhere, BiConsumer<String, List<Object>> written) {
        super(nowhere, new TransactionSynchronizationRegistryImple());
        this.written = written;
    }

    @Override
    public <T> List<T> query(SqlText query, RowReader<T> reader) {
        return List.of();
    }

    @Override
    public void batch(String sql, List<List<Object>> rows) {
        rows.forEach(values -> written.accept(sql, values));
    }

    @Override
    public int update(SqlText statement) {
        written.accept(statement.sql(), statement.values());
        return 1;
    }

    @Override
    public void later(SqlText statement) {
        update(statement);
    }

    @Override
    public void laterUnlessLost(SqlText statement) {
        update(statement);
    }
}
