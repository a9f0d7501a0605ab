package dev.rollcall.activity.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.log.Times;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In a time long before all other tests.
@QuarkusTest
class HourSumsTest {
    private static final Instant BEGIN = Instant.parse("2001-02-03T04:00:00Z");
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);

    private final HourSums sums;
    private final Summaries summaries;
    private final Sql sql;
    private final UUID organization = UUID.randomUUID();
    private final UUID connection = UUID.randomUUID();
    private long progress;
    private int random;

    HourSumsTest(HourSums sums, Summaries summaries, Sql sql) {
        this.sums = sums;
        this.summaries = summaries;
        this.sql = sql;
    }

    @BeforeEach
    void goBack() {
        progress = sql.query(SqlText.of("SELECT hour FROM activity_progress"), row -> row.getLong(1))
                .getFirst();
        progress(BEGIN.toEpochMilli() / HOUR - 1);
    }

    @AfterEach
    void comeBack() {
        sql.update(SqlText.of("DELETE FROM provisioning_event WHERE organization_id = ?", id(organization)));
        progress(progress);
    }

    private void progress(long hour) {
        sql.update(SqlText.of("UPDATE activity_progress SET hour = ?", hour));
    }

    private void call(Duration after, String type, String kind, int extent) {
        var time = BEGIN.plus(after).toEpochMilli();
        var id = Times.first(time);
        id[id.length - 1] = (byte) ++random;
        sql.update(SqlText.of(
                "INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type, kind, occurred,"
                        + " extent) VALUES (?, ?, ?, NULLIF(?, ''), ?, ?, ?)",
                Arrays.copyOf(id, id.length),
                id(organization),
                id(connection),
                type,
                kind,
                time,
                extent));
    }

    private static Object id(UUID id) {
        return ResourceIds.bytes(id);
    }

    private Summary summary() {
        return summaries.of(organization, connection, BEGIN, BEGIN.plus(Duration.ofHours(10)));
    }

    @Test
    void anHourThatIsOverIsSummedUpAndNoOther() {
        call(Duration.ofMinutes(1), "User", "created", 0);
        call(Duration.ofMinutes(2), "User", "created", 1);
        call(Duration.ofMinutes(3), "Group", "updated", 2);
        call(Duration.ofMinutes(4), "", "refused", 0);
        call(Duration.ofHours(1).plusMinutes(1), "User", "deleted", 0);
        call(Duration.ofHours(5), "User", "updated", 0);
        var before = summary();

        sums.run(BEGIN.plus(Duration.ofMinutes(64)));
        assertThat(summed()).isZero();
        sums.run(BEGIN.plus(Duration.ofMinutes(66)));
        assertThat(summed()).isEqualTo(2);
        assertThat(summary()).isEqualTo(before);
        sums.run(BEGIN.plus(Duration.ofHours(3)));
        sums.run(BEGIN.plus(Duration.ofHours(3)));

        assertThat(summed()).isEqualTo(3);
        assertThat(summary()).isEqualTo(before);
        assertThat(before.users()).isEqualTo(new Counts(2, 1, 0, 0, 0, 1, 0, 1));
        assertThat(before.groups()).isEqualTo(Counts.NONE);
        assertThat(before.others()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void sumsStayWhenTheirCallsGo() {
        call(Duration.ofMinutes(1), "User", "created", 0);
        sums.run(BEGIN.plus(Duration.ofHours(3)));
        sql.update(SqlText.of("DELETE FROM provisioning_event WHERE organization_id = ?", id(organization)));

        assertThat(summary().users().created()).isEqualTo(1);
    }

    @Test
    void twoReplicasSumUpTheSame() {
        call(Duration.ofMinutes(1), "User", "created", 0);
        sums.run(BEGIN.plus(Duration.ofHours(3)));
        progress(BEGIN.toEpochMilli() / HOUR - 1);
        sums.run(BEGIN.plus(Duration.ofHours(3)));

        assertThat(summary().users().created()).isEqualTo(1);
    }

    private long summed() {
        return sql.query(
                        SqlText.of(
                                "SELECT COUNT(*) FROM activity_hour WHERE organization_id = ? AND calls > 0",
                                id(organization)),
                        row -> row.getLong(1))
                .getFirst();
    }
}
