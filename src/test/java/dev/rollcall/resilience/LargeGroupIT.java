package dev.rollcall.resilience;

import static dev.rollcall.resilience.ScimClient.addMembers;
import static dev.rollcall.resilience.ScimClient.group;
import static dev.rollcall.resilience.ScimClient.operations;
import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A service with 256 MB of heap serves groups of 100,000 members, several at a time. It ends where memory does not
/// suffice, and then nothing here is answered. `-Drollcall.resilience.large` takes fewer.
class LargeGroupIT {
    private static final int MEMBERS = Integer.getInteger("rollcall.resilience.large", 100_000);
    private static final int READERS = 4;
    private static final Replicas REPLICAS = Replicas.start(1);
    private static final List<String> USERS =
            Seed.users(REPLICAS.database(), REPLICAS.organization(), REPLICAS.client(0), "large", 2 * MEMBERS);
    private static final List<String> HALF = USERS.subList(0, MEMBERS);
    private static final List<String> OTHER_HALF = USERS.subList(MEMBERS, 2 * MEMBERS);

    @AfterAll
    static void end() {
        REPLICAS.close();
    }

    @Test
    void aLargeGroupIsCreatedReadReplacedAndTakenAway() {
        var client = REPLICAS.client(0);
        var created = client.post("/Groups", group("Everybody", HALF));
        assertThat(created.status()).isEqualTo(201);
        var path = "/Groups/" + text(created, "body/id");
        assertThat(texts(client.get(path), "members", "value")).containsExactlyInAnyOrderElementsOf(HALF);

        assertThat(version(client.put(path, group("Everybody", HALF)))).isEqualTo("W/\"1\"");
        assertThat(version(client.put(path, group("Everybody", OTHER_HALF)))).isEqualTo("W/\"2\"");
        var differing = new ArrayList<>(OTHER_HALF.subList(MEMBERS / 100, MEMBERS));
        differing.addAll(HALF.subList(0, MEMBERS / 100));
        var replaced = client.put(path, group("Everybody", differing));
        assertThat(version(replaced)).isEqualTo("W/\"3\"");
        assertThat(texts(replaced, "members", "value")).containsExactlyInAnyOrderElementsOf(differing);

        var replace = addMembers(HALF).replace("\"op\":\"add\"", "\"op\":\"replace\"");
        assertThat(version(client.patch(path, replace))).isEqualTo("W/\"4\"");
        assertThat(version(client.patch(path, addMembers(OTHER_HALF)))).isEqualTo("W/\"5\"");
        assertThat(texts(client.get(path), "members", "value")).hasSize(2 * MEMBERS);
        assertThat(version(client.patch(path, operations("{\"op\":\"remove\",\"path\":\"members\"}"))))
                .isEqualTo("W/\"6\"");
        assertThat(client.delete(path).status()).isEqualTo(204);
    }

    @Test
    void readersAndWritersOfLargeGroupsFitBesideEachOther() {
        var client = REPLICAS.client(0);
        var paths = List.of(
                "/Groups/" + text(client.post("/Groups", group("One", HALF)), "body/id"),
                "/Groups/" + text(client.post("/Groups", group("Two", HALF)), "body/id"));
        var answers = Parallel.run(READERS + 2, number -> {
            var path = paths.get(number % 2);
            return number < READERS
                    ? client.get(path)
                    : client.put(path, group(number % 2 == 0 ? "One" : "Two", OTHER_HALF));
        });
        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(texts(answer, "members", "value"))
                        .containsExactlyInAnyOrderElementsOf(
                                text(answer, "body/meta/version").equals("W/\"1\"") ? HALF : OTHER_HALF));
    }

    private static String version(Answer answer) {
        return answer.header("ETag").orElseThrow(() -> new AssertionError(answer.status() + " " + answer.text()));
    }
}
