package dev.rollcall.resilience.galera;

import static dev.rollcall.resilience.ScimClient.addMembers;
import static dev.rollcall.resilience.ScimClient.group;
import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.texts;
import static dev.rollcall.resilience.ScimClient.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.resilience.Ledger;
import dev.rollcall.resilience.ScimClient;
import dev.rollcall.resilience.WholeTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Three services on a Galera cluster of three nodes, all of them written to, of which one is killed under load
/// and comes back, one is frozen and goes on, and at last two are killed.
class GaleraIT {
    private static final Duration PHASE = Duration.ofSeconds(Integer.getInteger("rollcall.galera.seconds", 4));
    private static final int ROUNDS = Integer.getInteger("rollcall.resilience.rounds", 1);
    private static final int WRITERS = Integer.getInteger("rollcall.resilience.writers", 6);

    private static final int FEWEST_WRITES = 50;
    private static final int MOST_ENTITLEMENTS = 1_800;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// How long the others wait for a node before they go on without it.
    private static final Duration SUSPICION = Duration.ofSeconds(5);

    private static final String SAME_EVERYWHERE =
            "CHECKSUM TABLE scim_user, scim_group, group_member, resource_value, unique_value, provisioning_event";

    private static final Replicas replicas = Replicas.start();

    private static final ExecutorService SENDERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Ledger ledger = new Ledger();

    @AfterAll
    static void end() {
        SENDERS.close();
        replicas.close();
    }

    @Test
    void whatWasAcknowledgedOutlivesANodeThatDiesAndOneThatFreezes() throws InterruptedException {
        var common = common(replicas.client(0));
        var conflicts = conflictsUnderLoad(common);

        // Otherwise nothing was at stake.
        assertThat(conflicts).isPositive();
        replicas.awaitReadiness();
        everyReplicaWrites();
        nothingIsLostOrHalfDone(common);
        theNodesHoldTheSame();
    }

    @Test
    void whoIsDeletedWhileAddedThroughAnotherNodeIsNoMember() {
        var group = text(replicas.client(0).post("/Groups", group("Of those who go", List.of())), "body/id");
        for (var i = 0; i < 20; i++) {
            var id = text(replicas.client(i % 3).post("/Users", user("going-" + i, "")), "body/id");
            var added = CompletableFuture.supplyAsync(
                    () -> replicas.client(0).patch("/Groups/" + group, addMembers(List.of(id))));
            var deleted = CompletableFuture.supplyAsync(() -> replicas.client(1).delete("/Users/" + id));

            assertThat(List.of(added.join().status(), deleted.join().status())).containsExactly(200, 204);
            for (var node = 0; node < GaleraCluster.SIZE; node++) {
                assertThat(texts(replicas.client(node).get("/Groups/" + group), "members", "value"))
                        .isEmpty();
            }
        }
    }

    @Test
    void whereOneNodeIsLeftNobodyWritesAndEveryReplicaSaysSo() {
        var cluster = replicas.cluster();
        replicas.awaitReadiness();
        cluster.kill(1);
        cluster.kill(2);
        cluster.awaitMinority(0);

        replicas.awaitUnreadiness();
        for (var i = 0; i < GaleraCluster.SIZE; i++) {
            assertThat(replicas.service(i).isLive()).isTrue();
            var answer = replicas.client(i).post("/Users", user("without-majority-" + i, ""));
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).contains("2");
        }

        cluster.goOnAlone(0);
        cluster.launchAgain(1);
        cluster.startAgain(2);
        replicas.awaitReadiness();
        for (var i = 0; i < GaleraCluster.SIZE; i++) {
            var answer = replicas.client(i).post("/Users", user("without-majority-" + i, ""));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }
    }

    @Test
    void replicasOnDifferentNodesTogetherAdmitWhatTheLimitSays() {
        var before = uncounted();
        var begin = System.nanoTime();
        var statuses = IntStream.range(0, 4 * GaleraCluster.SIZE)
                .mapToObj(sender -> CompletableFuture.supplyAsync(
                        () -> statusesOf(replicas.limited(sender % GaleraCluster.SIZE)), SENDERS))
                .toList()
                .stream()
                .flatMap(sender -> sender.join().stream())
                .toList();
        var seconds = Math.ceilDiv(System.nanoTime() - begin, TimeUnit.SECONDS.toNanos(1));

        assertThat(statuses).containsOnly(200, 429);
        // One replica may have admitted a twentieth of the burst that the others do not know of.
        var tolerance = GaleraCluster.SIZE * Replicas.BURST / 20;
        var admitted = statuses.stream().filter(status -> status == 200).count() - (uncounted() - before);
        assertThat(admitted)
                .isBetween((long) Replicas.BURST - tolerance, Replicas.BURST + Replicas.RATE * seconds + tolerance);
    }

    private static List<Integer> statusesOf(ScimClient client) {
        return IntStream.range(0, Replicas.BURST / 4)
                .mapToObj(_ -> client.get("/Users?count=0").status())
                .toList();
    }

    /// What all replicas have admitted since the table did not answer in time.
    private static long uncounted() {
        return IntStream.range(0, GaleraCluster.SIZE)
                .mapToObj(replicas::service)
                .flatMap(service -> service.get("/q/metrics").text().lines())
                .filter(line -> line.startsWith("rollcall_throttled_uncounted_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Writer.Common common(ScimClient client) {
        return new Writer.Common(
                text(client.post("/Groups", group("Everyone", List.of())), "body/id"),
                text(client.post("/Users", user("shared", "")), "body/id"),
                MOST_ENTITLEMENTS / WRITERS,
                new ContestedNames(WRITERS));
    }

    /// How many transactions lost against one of another node while nodes were killed and came back.
    private long conflictsUnderLoad(Writer.Common common) throws InterruptedException {
        try (var load = Load.start(IntStream.range(0, WRITERS)
                .mapToObj(i -> new Writer(replicas, common, ledger, i))
                .toList())) {
            var cluster = replicas.cluster();
            var conflicts = 0L;
            awaitWrites(load);
            for (var i = 0; i < ROUNDS; i++) {
                conflicts += cluster.conflicts();
                cluster.kill(i % GaleraCluster.SIZE);
                go(SUSPICION.plus(PHASE));
                cluster.startAgain(i % GaleraCluster.SIZE);
                awaitWrites(load);
                cluster.freeze((i + 1) % GaleraCluster.SIZE);
                go(SUSPICION.plus(PHASE));
                cluster.thaw((i + 1) % GaleraCluster.SIZE);
                awaitWrites(load);
            }
            load.stop();
            return conflicts + cluster.conflicts();
        }
    }

    /// Lets the load go on, on a slow machine until it is one.
    private void awaitWrites(Load load) throws InterruptedException {
        var wanted = ledger.acknowledged() + FEWEST_WRITES;
        var deadline = Instant.now().plus(PATIENCE);
        do {
            go(PHASE);
            load.check();
        } while (ledger.acknowledged() < wanted && Instant.now().isBefore(deadline));
        assertThat(ledger.acknowledged()).isGreaterThanOrEqualTo(wanted);
    }

    private static void go(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    private static void everyReplicaWrites() {
        for (var i = 0; i < GaleraCluster.SIZE; i++) {
            var answer = replicas.client(i).post("/Users", user("afterwards-" + i, ""));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }
    }

    private void nothingIsLostOrHalfDone(Writer.Common common) {
        var organization = replicas.organization();
        var database = replicas.database(0);
        assertThat(ledger.contradictions(Written.states(database, organization, common)))
                .isEmpty();
        // A node knows nothing of a lock on another one: a row may be left of a member that is gone.
        assertThat(WholeTables.contradictions(database, organization, false)).isEmpty();
        var names = database.rows(
                "SELECT user_name FROM scim_user WHERE organization_id = ?", row -> row.getString(1), organization);
        assertThat(common.names().contradictions(Set.copyOf(names))).isEmpty();
    }

    private static void theNodesHoldTheSame() {
        var sums = IntStream.range(0, GaleraCluster.SIZE)
                .mapToObj(node -> replicas.database(node).rows(SAME_EVERYWHERE, row -> row.getString(2)))
                .toList();
        assertThat(Set.copyOf(sums)).as(sums.toString()).hasSize(1);
    }
}
