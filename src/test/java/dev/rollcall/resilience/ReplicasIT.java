package dev.rollcall.resilience;

import static dev.rollcall.resilience.ScimClient.addMembers;
import static dev.rollcall.resilience.ScimClient.bulk;
import static dev.rollcall.resilience.ScimClient.group;
import static dev.rollcall.resilience.ScimClient.operations;
import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.texts;
import static dev.rollcall.resilience.ScimClient.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.schema.ScimValue;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Three services on one database: whichever of them a request goes to, nothing is lost and nothing is done
/// twice. No answer is ever a 500. `-Drollcall.resilience.rounds` repeats every test with resources of its own.
class ReplicasIT {
    private static final int WRITERS = 50;
    private static final int ROUNDS = Integer.getInteger("rollcall.resilience.rounds", 1);
    private static final Replicas REPLICAS = Replicas.start(3);

    @AfterAll
    static void end() {
        REPLICAS.close();
    }

    @AfterEach
    void allIsWhole() {
        assertThat(WholeTables.contradictions(REPLICAS.database(), REPLICAS.organization(), true))
                .isEmpty();
    }

    @Test
    void membersThatAreAddedAtTheSameMomentAreAllThere() {
        rounds(round -> {
            var users = users("member-" + round, WRITERS);
            var group = created(REPLICAS.client(0).post("/Groups", group("All at once " + round, List.of())));
            var before = REPLICAS.client(0).get("/Groups/" + group);

            var answers = Parallel.run(
                    WRITERS, i -> REPLICAS.client(i).patch("/Groups/" + group, addMembers(List.of(users.get(i)))));

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            var after = REPLICAS.client(1).get("/Groups/" + group);
            assertThat(texts(after, "members", "value")).containsExactlyInAnyOrderElementsOf(users);
            assertThat(version(after)).isEqualTo(version(before) + WRITERS);
            assertThat(Instant.parse(text(after, "body/meta/lastModified")))
                    .isAfter(text(before, "body/meta/lastModified"));
        });
    }

    @Test
    void ofTheCreatorsOfOneUserNameOneWins() {
        rounds(round -> {
            var names = 5;
            var answers = Parallel.run(
                    WRITERS,
                    i -> REPLICAS.client(i)
                            .post("/Users", user("one-of-" + round + "-" + i % names, "\"nickName\":\"" + i + "\"")));

            assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(names);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(
                            answer -> assertThat(text(answer, "body/scimType")).isEqualTo("uniqueness"));
            IntStream.range(0, names).forEach(name -> {
                var found = REPLICAS.client(name)
                        .get("/Users?filter=userName%20eq%20%22one-of-" + round + "-" + name + "%22");
                assertThat(texts(found, "Resources", "id")).hasSize(1);
            });
        });
    }

    /// Each answer shows the user as its request left it, with the version: in the order of the versions the
    /// answers must be what the requests make of each other, one after another.
    @Test
    void replacementsAndPatchesOfOneUserEndAsIfTheyHadComeOneAfterAnother() {
        rounds(round -> {
            var name = "serial-" + round;
            var id = created(REPLICAS.client(0).post("/Users", user(name, "")));

            var answers = Parallel.run(
                    WRITERS,
                    i -> isPut(i)
                            ? REPLICAS.client(i).put("/Users/" + id, user(name, marked(i)))
                            : REPLICAS.client(i).patch("/Users/" + id, marking(i)));

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            var inOrder = IntStream.range(0, WRITERS)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> version(answers.get(i))))
                    .toList();
            var addresses = new HashSet<String>();
            var version = 1;
            for (var writer : inOrder) {
                if (isPut(writer)) {
                    addresses.clear();
                }
                addresses.add(address(writer));
                var answer = answers.get(writer);
                assertThat(version(answer)).isEqualTo(++version);
                assertThat(text(answer, "body/title")).isEqualTo("w" + writer);
                assertThat(text(answer, "body/nickName")).isEqualTo("w" + writer);
                assertThat(texts(answer, "emails", "value")).containsExactlyInAnyOrderElementsOf(addresses);
            }
            assertThat(REPLICAS.client(2).get("/Users/" + id).json())
                    .isEqualTo(answers.get(inOrder.getLast()).json());
        });
    }

    @Test
    void ofConditionalWritersOneWinsForEachVersion() {
        rounds(round -> {
            var name = "conditional-" + round;
            var id = created(REPLICAS.client(0).post("/Users", user(name, "")));
            var writers = 12;
            for (var turn = 0; turn < 4; turn++) {
                var before = REPLICAS.client(turn).get("/Users/" + id);
                // What changes nothing would succeed beside the winner.
                var first = 100 * (turn + 1);
                var tag = before.header("ETag").orElseThrow();

                var answers = Parallel.run(
                        writers,
                        i -> isPut(i)
                                ? REPLICAS.client(i).send("PUT", "/Users/" + id, user(name, marked(first + i)), tag)
                                : REPLICAS.client(i).send("PATCH", "/Users/" + id, marking(first + i), tag));

                assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() == 200)
                        .singleElement()
                        .satisfies(winner -> assertThat(
                                        REPLICAS.client(0).get("/Users/" + id).json())
                                .isEqualTo(winner.json()));
            }
        });
    }

    /// Either the group was first, or the deletion: in both cases the user is no member in the end.
    @Test
    void whoIsDeletedWhileGroupsTakeHimInIsInNone() {
        rounds(round -> {
            var users = users("leaver-" + round, WRITERS / 2);
            var groups = IntStream.range(0, 3)
                    .mapToObj(i ->
                            created(REPLICAS.client(i).post("/Groups", group("Leavers " + round + " " + i, List.of()))))
                    .toList();

            var answers = Parallel.run(WRITERS, i -> {
                var user = users.get(i / 2);
                var client = REPLICAS.client(i + i / 2);
                return i % 2 == 0
                        ? client.delete("/Users/" + user)
                        : client.patch("/Groups/" + groups.get(i % 3), addMembers(users.subList(i / 2, users.size())));
            });

            assertThat(answers).extracting(Answer::status).containsOnly(200, 204);
            groups.forEach(group -> assertThat(texts(REPLICAS.client(0).get("/Groups/" + group), "members", "value"))
                    .isEmpty());
        });
    }

    @Test
    void circlesInBulkRequestsAreCreatedWholeOrNotAtAll() {
        rounds(round -> {
            var group = created(REPLICAS.client(0).post("/Groups", group("Circles " + round, List.of())));
            var names = 6;
            var answers = Parallel.run(
                    2 * names,
                    i -> REPLICAS.client(i).post("/Bulk", circle("circle-" + round + "-" + i % names, group)));

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            var statuses = answers.stream()
                    .map(answer -> texts(answer, "Operations", "status"))
                    .toList();
            assertThat(statuses)
                    .filteredOn(List.of("201", "201", "200")::equals)
                    .hasSize(names);
            assertThat(statuses)
                    .filteredOn(each -> !each.equals(List.of("201", "201", "200")))
                    .hasSize(names)
                    .allSatisfy(each -> assertThat(each).containsExactly("409", "409", "409"));
            var members = texts(REPLICAS.client(1).get("/Groups/" + group), "members", "value");
            assertThat(members).hasSize(2 * names);
        });
    }

    /// Two users, each the manager of the other, who become members of a group.
    private static String circle(String name, String group) {
        return bulk(List.of(
                post(name + "-a", "a", "b"),
                post(name + "-b", "b", "a"),
                "{\"method\":\"PATCH\",\"path\":\"/Groups/" + group + "\",\"data\":"
                        + addMembers(List.of("bulkId:a", "bulkId:b")) + "}"));
    }

    private static String post(String name, String bulkId, String manager) {
        var enterprise = "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"";
        return "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" + bulkId + "\",\"data\":"
                + user(name, enterprise + ":{\"manager\":{\"value\":\"bulkId:" + manager + "\"}}") + "}";
    }

    /// The lock goes only after the answer is there.
    @Test
    void whoMeetsALockThatStaysIsToldToComeAgain() throws SQLException {
        var id = created(REPLICAS.client(0).post("/Users", user("locked-" + UUID.randomUUID(), "")));
        var mariaDb = REPLICAS.mariaDb();
        try (var connection = DriverManager.getConnection(mariaDb.jdbcUrl(), mariaDb.user(), mariaDb.password());
                var statement = connection.prepareStatement(
                        "SELECT version FROM scim_user WHERE id = UNHEX(REPLACE(?, '-', '')) FOR UPDATE")) {
            connection.setAutoCommit(false);
            statement.setString(1, id);
            assertThat(statement.executeQuery().next()).isTrue();

            var refused = REPLICAS.client(1).patch("/Users/" + id, marking(1));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
            connection.rollback();
        }
        assertThat(REPLICAS.client(1).patch("/Users/" + id, marking(1)).status())
                .isEqualTo(200);
    }

    /// The next page comes from another replica each time, while users before, between and behind are created and
    /// deleted through all of them.
    @Test
    void aWalkByIndexThroughAllReplicasShowsWhoStaysExactlyOnce() {
        rounds(round -> {
            var goers = new ConcurrentLinkedQueue<>(users("goer-" + round, 60));
            var stayers = users("stayer-" + round, 60);
            goers.addAll(users("late-goer-" + round, 60));
            var done = new AtomicBoolean();

            var walks = Parallel.run(3, worker -> {
                if (worker == 0) {
                    try {
                        return IntStream.range(0, 4).mapToObj(ReplicasIT::walk).toList();
                    } finally {
                        done.set(true);
                    }
                }
                for (var i = 0; !done.get(); i++) {
                    var goer = goers.poll();
                    if (goer != null) {
                        REPLICAS.client(i).delete("/Users/" + goer);
                    }
                    created(REPLICAS.client(i + 1)
                            .post("/Users", user("come-%d-%d-%d".formatted(round, worker, i), "")));
                }
                return List.<List<String>>of();
            });

            assertThat(walks.getFirst())
                    .hasSize(4)
                    .allSatisfy(seen -> assertThat(seen).doesNotHaveDuplicates().containsAll(stayers));
        });
    }

    private static List<String> walk(int first) {
        var seen = new ArrayList<String>();
        var total = 1;
        for (var request = first; seen.size() < total; request++) {
            var page = REPLICAS.client(request).get("/Users?count=10&startIndex=" + (seen.size() + 1));
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(texts(page, "Resources", "id"));
            total = number(page, "totalResults");
        }
        return seen;
    }

    private static int number(Answer answer, String member) {
        return answer.at("body/" + member)
                .map(value -> value instanceof ScimValue.Numeric(var number) ? number.intValueExact() : -1)
                .orElse(-1);
    }

    private interface Round {
        void run(int number);
    }

    private static void rounds(Round round) {
        IntStream.range(0, ROUNDS).forEach(round::run);
    }

    private static List<String> users(String prefix, int count) {
        return Parallel.run(count, i -> created(REPLICAS.client(i).post("/Users", user(prefix + "-" + i, ""))));
    }

    private static boolean isPut(int writer) {
        return writer % 5 == 0;
    }

    private static String address(int writer) {
        return "w" + writer + "@example.com";
    }

    private static String marked(int writer) {
        return "\"title\":\"w%1$d\",\"nickName\":\"w%1$d\",\"emails\":[{\"value\":\"%2$s\"}]"
                .formatted(writer, address(writer));
    }

    private static String marking(int writer) {
        return operations("""
                {"op":"replace","path":"title","value":"w%1$d"},
                {"op":"add","path":"emails","value":[{"value":"%2$s"}]},
                {"op":"replace","path":"nickName","value":"w%1$d"}""".formatted(writer, address(writer)));
    }

    private static int version(Answer answer) {
        return Integer.parseInt(text(answer, "body/meta/version").replaceAll("[^0-9]", ""));
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "body/id");
    }
}
