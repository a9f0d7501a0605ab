package dev.rollcall.operations;

import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/// Whether the database serves what requests need: a row of a table of ours. A server can take connections and
/// answer to a ping without serving, such as a Galera node that has lost the majority.
///
/// The answer comes within {@link #PATIENCE}. A database that does not answer at all is asked once, however
/// often somebody wants to know.
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
    /// Shorter than the time after which a probe gives up.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String NAME = "database";
    // A table of a few rows, read by its key.
    private static final SqlText QUESTION = SqlText.of("SELECT id FROM signing_key ORDER BY id LIMIT 1");

    private final Sql sql;
    private final ExecutorService workers;
    private @Nullable CompletableFuture<?> asked;

    DatabaseReadiness(Sql sql, ExecutorService workers) {
        this.sql = sql;
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named(NAME);
        try {
            ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return response.up().build();
        } catch (TimeoutException _) {
            return response.down().withData("reason", "no answer").build();
        } catch (ExecutionException _) {
            return response.down().withData("reason", "not served").build();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return response.down().build();
        }
    }

    private synchronized CompletableFuture<?> ask() {
        if (asked == null || asked.isDone()) {
            asked = CompletableFuture.supplyAsync(() -> sql.query(QUESTION, row -> row.getString(1)), workers);
        }
        return asked;
    }
}
