package dev.rollcall.scim.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.fairness.Fairness;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Several replicas on one database, in one process and by a clock that the test turns.
@QuarkusTest
class ReplicasTest {
    private static final int RATE = 100;
    private static final int BURST = 1000;
    private static final int OF_A_REPLICA = BURST / 20;

    private final Sql sql;
    private final ExecutorService workers;
    private final DataSource dataSource;
    private final Fairness fairness;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final ProvisioningClient client = client(UUID.randomUUID());

    ReplicasTest(Sql sql, ExecutorService workers, DataSource dataSource, Fairness fairness) {
        this.sql = sql;
        this.workers = workers;
        this.dataSource = dataSource;
        this.fairness = fairness;
    }

    @Test
    void oneReplicaAdmitsTheBurstAndThenWhatTheTimeBrings() {
        var replica = replica(Limits.of(RATE, BURST));

        assertThat(admitted(replica, client, 1500)).isEqualTo(BURST);
        pass(Duration.ofMillis(100));
        assertThat(admitted(replica, client, 100)).isEqualTo(RATE / 10);
        pass(Duration.ofHours(1));
        // What was not settled before the rest is charged after it.
        assertThat(admitted(replica, client, 1500)).isBetween(BURST - OF_A_REPLICA, BURST);
    }

    @Test
    void severalReplicasAdmitNoMoreThanOneAndWhatEachMayKeepToItself() {
        var replicas =
                Stream.generate(() -> replica(Limits.of(RATE, BURST))).limit(3).toList();

        var all = 0;
        for (var second = 0; second < 30; second++) {
            for (var request = 0; request < RATE; request++) {
                for (var replica : replicas) {
                    all += admitted(replica, client, 1);
                }
            }
            pass(Duration.ofSeconds(1));
        }

        var exact = BURST + 29 * RATE;
        assertThat(all).isBetween(exact - 3 * OF_A_REPLICA, exact + 3 * OF_A_REPLICA);
    }

    @Test
    void aReplicaKnowsWhatTheOthersAdmitted() {
        var first = replica(Limits.of(RATE, BURST));
        var second = replica(Limits.of(RATE, BURST));

        assertThat(admitted(first, client, 600)).isEqualTo(600);
        assertThat(admitted(second, client, 600)).isBetween(400, 400 + 2 * OF_A_REPLICA);
        assertThat(admitted(first, client, 600)).isLessThanOrEqualTo(2 * OF_A_REPLICA);
    }

    @Test
    void theFloodOfOneOrganizationOrCredentialIsNobodyElses() {
        var replica = replica(Limits.of(RATE, BURST).withCredential(OptionalLong.of(10), OptionalLong.empty()));
        var colleague = client(client.organizationId());

        assertThat(admitted(replica, client, 2000)).isEqualTo(100);
        assertThat(admitted(replica, colleague, 100)).isEqualTo(100);
        assertThat(admitted(replica, client(UUID.randomUUID()), 100)).isEqualTo(100);
    }

    @Test
    void aBulkRequestNeedsHalfTheBurstAtMostAndOwesTheRest() {
        var replica = replica(Limits.of(RATE, BURST));

        assertThat(admitted(replica, client, 500)).isEqualTo(500);
        assertThat(replica.decide(client, 1001).join().refusal()).isEmpty();
        var refused = replica.decide(client, 1).join().refusal().orElseThrow();
        assertThat(refused.standing().seconds()).isEqualTo(6);

        pass(Duration.ofSeconds(5));
        assertThat(admitted(replica, client, 1)).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(admitted(replica, client, 200)).isEqualTo(99);
    }

    @Test
    void mostRequestsAskNoDatabase() {
        var replica = replica(Limits.of(RATE, BURST));
        replica.decide(client, 1).join();

        var waited = IntStream.range(0, BURST - 1)
                .filter(_ -> {
                    var verdict = replica.decide(client, 1);
                    var waits = !verdict.isDone();
                    verdict.join();
                    return waits;
                })
                .count();

        assertThat(waited).isLessThanOrEqualTo(BURST / OF_A_REPLICA);
        // Nor does a flood.
        assertThat(IntStream.range(0, 10_000)
                        .filter(_ -> !replica.decide(client, 1).isDone())
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void manyAtOnceAreCountedEach() {
        var replica = replica(Limits.of(RATE, BURST));
        var verdicts = new ArrayList<CompletableFuture<Integer>>();
        for (var thread = 0; thread < 8; thread++) {
            verdicts.add(CompletableFuture.supplyAsync(() -> admitted(replica, client, 250), workers));
        }

        assertThat(verdicts.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(BURST);
    }

    @Test
    void whereTheCountCannotBeHadNobodyIsRefusedAndLaterItIsHadAgain() {
        var replica = replica(Limits.of(RATE, BURST));
        sql.update(SqlText.of("RENAME TABLE rate_limit_bucket TO rate_limit_bucket_away"));
        try {
            assertThat(admitted(replica, client, 3000)).isEqualTo(3000);
        } finally {
            sql.update(SqlText.of("RENAME TABLE rate_limit_bucket_away TO rate_limit_bucket"));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> admitted(replica, client, 3000) <= BURST);
    }

    @Test
    void aTableThatIsStuckDelaysNobodyForLong() throws SQLException {
        var replica = replica(Limits.of(RATE, BURST));
        admitted(replica, client, 1);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("LOCK TABLES rate_limit_bucket WRITE");
            try {
                assertThat(CompletableFuture.supplyAsync(() -> admitted(replica, client, 3000), workers))
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isEqualTo(3000);
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }
    }

    @Test
    void rowsThatSayNothingMoreAreRemoved() {
        var replica = replica(Limits.of(RATE, BURST));
        admitted(replica, client, 100);
        assertThat(rows()).isEqualTo(1);

        pass(Duration.ofMinutes(2));
        admitted(replica, client(UUID.randomUUID()), 1);

        await().atMost(Duration.ofSeconds(5)).until(() -> rows() == 0);
        assertThat(admitted(replica, client, 1500)).isBetween(BURST - OF_A_REPLICA, BURST + OF_A_REPLICA);
    }

    @Test
    void anotherLimitBeginsAnotherCount() {
        assertThat(admitted(replica(Limits.of(RATE, BURST)), client, 1500)).isEqualTo(BURST);
        assertThat(admitted(replica(Limits.of(RATE, 2 * BURST)), client, 3000)).isEqualTo(2 * BURST);
    }

    private Throttle replica(Limits settings) {
        return new Throttle(
                new RateLimits(settings),
                sql,
                workers,
                ((InstantSource) now::get).withZone(ZoneOffset.UTC),
                new SimpleMeterRegistry(),
                new CurrentAllowance(),
                fairness);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private int rows() {
        return sql.query(
                        SqlText.of(
                                "SELECT COUNT(*) FROM rate_limit_bucket WHERE organization_id = ?",
                                ResourceIds.bytes(client.organizationId())),
                        row -> row.getInt(1))
                .getFirst();
    }

    private static ProvisioningClient client(UUID organization) {
        return new ProvisioningClient(
                organization,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Tolerances.of(ConformanceMode.COMPATIBLE),
                Set.of(Scope.READ),
                null);
    }

    private static int admitted(Throttle replica, ProvisioningClient client, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(_ -> replica.decide(client, 1).join().refusal().isEmpty())
                .count();
    }
}
