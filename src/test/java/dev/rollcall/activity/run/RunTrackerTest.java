package dev.rollcall.activity.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Call;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunTrackerTest {
    private final RunTracker tracker;
    private final Runs runs;
    private final Sql sql;
    private final Clock clock;
    private final UUID organization = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();

    RunTrackerTest(RunTracker tracker, Runs runs, Sql sql, Clock clock) {
        this.tracker = tracker;
        this.runs = runs;
        this.sql = sql;
        this.clock = clock;
    }

    private void run(Duration began, Duration ended) {
        var now = clock.millis();
        sql.update(SqlText.of(
                "INSERT INTO sync_run (organization_id, connection_id, began, ended) VALUES (?, ?, ?, ?)",
                ResourceIds.bytes(organization),
                ResourceIds.bytes(connection),
                now - began.toMillis(),
                now - ended.toMillis()));
    }

    private List<Run> wrote() {
        tracker.wrote(Call.of(organization, connection));
        tracker.flush();
        return runs.page(organization, connection, null, 10);
    }

    @Test
    void aWriteAfterALongPauseBeginsARun() {
        run(Duration.ofMinutes(30), Duration.ofMinutes(11));

        assertThat(wrote()).hasSize(2).extracting(Run::isOver).containsExactly(false, true);
    }

    @Test
    void whatReplicasKnowApartBecomesOneRun() {
        run(Duration.ofMinutes(15), Duration.ofMinutes(4));
        run(Duration.ofMinutes(14), Duration.ofMinutes(1));
        run(Duration.ofMinutes(5), Duration.ofMinutes(5));

        var all = wrote();

        assertThat(all).hasSize(1);
        assertThat(Duration.between(all.getFirst().began(), all.getFirst().ended()))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
        assertThat(wrote()).hasSize(1);
    }

    @Test
    void whatCameOfARunThatIsOverIsKept() {
        run(Duration.ofMinutes(60), Duration.ofMinutes(40));
        runs.close(1_000);

        assertThat(runs.page(organization, connection, null, 10))
                .singleElement()
                .matches(Run::isOver);
        assertThat(runs.page(organization, connection, Instant.EPOCH, 10)).isEmpty();
    }
}
