package dev.rollcall.resilience;

import static dev.rollcall.resilience.ScimClient.group;
import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Services and the database die under load: what was acknowledged is there afterwards, nothing is half there,
/// and the services go on by themselves. The long form: `-Drollcall.resilience.rounds=20`, with
/// `-Drollcall.resilience.writers` of each kind and `-Drollcall.resilience.members` of a large group.
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("rollcall.resilience.rounds", 1);
    private static final int MORE_DEATHS = 5;
    private static final int WRITERS = Integer.getInteger("rollcall.resilience.writers", 3);
    private static final int MEMBERS = Integer.getInteger("rollcall.resilience.members", 2_000);

    private static final String KEYS = "/.well-known/jwks.json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Replicas REPLICAS = Replicas.start(2);
    private static final List<ScimClient> CLIENTS = List.of(REPLICAS.client(0), REPLICAS.client(1));
    private static final List<String> POOL =
            Seed.users(REPLICAS.database(), REPLICAS.organization(), REPLICAS.client(0), "seed", MEMBERS / 2 * 3);

    private final Ledger ledger = new Ledger();
    private final String name = "of-" + UUID.randomUUID();
    private final List<String> groups = new ArrayList<>();

    @AfterAll
    static void end() {
        REPLICAS.close();
    }

    @AfterEach
    void whatWasAcknowledgedIsThereAndNothingIsHalfThere() {
        var actual = new HashMap<>(States.users(REPLICAS.database(), REPLICAS.organization(), name));
        // Each is the manager of the other: one alone would be half of what is all or nothing.
        assertThat(actual.keySet())
                .filteredOn(user -> user.endsWith("-a"))
                .allSatisfy(user -> assertThat(actual).containsKey(user.replaceAll("a$", "b")));
        assertThat(actual.keySet())
                .filteredOn(user -> user.endsWith("-b"))
                .allSatisfy(user -> assertThat(actual).containsKey(user.replaceAll("b$", "a")));
        actual.putAll(States.groups(REPLICAS.database(), REPLICAS.organization(), groups));

        assertThat(ledger.contradictions(actual)).as(ledger.toString()).isEmpty();
        assertThat(WholeTables.contradictions(REPLICAS.database(), REPLICAS.organization(), true))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Writing.class)
    void aServiceDiesInTheMiddleOf(Writing kind) {
        var load = Load.start(CLIENTS, ledger, writers(kind));
        var some = kind == Writing.GROUP ? 2 : 20;
        // A death between two requests cuts nothing off, and proves nothing.
        for (var round = 0; round < ROUNDS || (ledger.inDoubt() == 0 && round < ROUNDS + MORE_DEATHS); round++) {
            awaitProgress(load, some);
            REPLICAS.service(0).kill();
            awaitProgress(load, some);
            REPLICAS.startAgain(0);
            awaitProgress(load, some);
        }
        load.stop();

        assertThat(ledger.inDoubt()).as("requests that the death cut off").isPositive();
        servesAgain();
    }

    @Test
    void theDatabaseIsRestarted() {
        outage(REPLICAS.mariaDb()::stop);
    }

    @Test
    void theDatabaseDies() {
        outage(REPLICAS.mariaDb()::kill);
    }

    private void outage(Runnable end) {
        var services = REPLICAS.services();
        var load = Load.start(
                CLIENTS,
                ledger,
                Stream.of(Writing.values())
                        .flatMap(kind -> writers(kind).stream())
                        .toList());
        for (var round = 0; round < ROUNDS; round++) {
            awaitProgress(load, 30);
            assertThat(services.getFirst().get(KEYS).status()).isEqualTo(200);
            end.run();
            services.forEach(service -> service.awaitReadiness(false, PATIENCE));
            assertThat(services).allMatch(ServiceProcess::isLive);
            keysAreToldByWhoHasReadThem(services);
            REPLICAS.mariaDb().start();
            services.forEach(service -> service.awaitReadiness(true, PATIENCE));
            awaitProgress(load, 30);
        }
        load.stop();
        servesAgain();
    }

    private static void keysAreToldByWhoHasReadThem(List<ServiceProcess> services) {
        assertThat(services.getFirst().get(KEYS).text()).contains("\"kid\"");
        var refused = services.getLast().get(KEYS);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).contains("2");
    }

    private List<Load.Writer> writers(Writing kind) {
        return IntStream.range(0, WRITERS)
                .mapToObj(i -> kind == Writing.GROUP
                        ? groupWriter(i)
                        : Load.Writer.of(kind, name + "-" + kind.name().toLowerCase(Locale.ROOT) + i))
                .toList();
    }

    private Load.Writer groupWriter(int number) {
        var writer = new Load.Writer(Writing.GROUP, name + "-" + number, "", POOL);
        var displayName = "Large " + writer.prefix();
        var members = writer.members(0);
        var created = REPLICAS.client(0).post("/Groups?excludedAttributes=members", group(displayName, members));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = text(created, "body/id");
        groups.add(id);
        ledger.acknowledged(id, States.group(displayName, members));
        return new Load.Writer(Writing.GROUP, writer.prefix(), id, POOL);
    }

    /// Waits for some more writes of each writer, and then for a random moment within the next ones.
    private void awaitProgress(Load load, int some) {
        var before = ledger.acknowledged();
        await().atMost(PATIENCE).until(() -> {
            load.check();
            return ledger.acknowledged() >= before + some * WRITERS;
        });
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(100)));
    }

    private void servesAgain() {
        IntStream.range(0, CLIENTS.size()).forEach(i -> {
            var last = "after-" + UUID.randomUUID();
            assertThat(CLIENTS.get(i).post("/Users", user(last, "")).status()).isEqualTo(201);
            assertThat(REPLICAS.service(i).isRunning()).isTrue();
        });
    }
}
