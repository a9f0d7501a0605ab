package dev.rollcall.resilience;

import static dev.rollcall.resilience.ScimClient.addMembers;
import static dev.rollcall.resilience.ScimClient.group;
import static dev.rollcall.resilience.ScimClient.text;
import static dev.rollcall.resilience.ScimClient.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Three services on one database: whichever of them a request goes to, nothing is lost and nothing is done
/// twice.
class ReplicasIT {
    private static final Replicas replicas = Replicas.start(3);

    @AfterAll
    static void end() {
        replicas.close();
    }

    @Test
    void membersThatAreAddedAtTheSameMomentAreAllThere() {
        var users = IntStream.range(0, 50)
                .mapToObj(i -> created(replicas.client(i).post("/Users", user("member-" + i, ""))))
                .toList();
        var group = created(replicas.client(0).post("/Groups", group("All at once", List.of())));
        var before = replicas.client(0).get("/Groups/" + group);

        var answers =
                Parallel.run(50, i -> replicas.client(i).patch("/Groups/" + group, addMembers(List.of(users.get(i)))));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        var after = replicas.client(1).get("/Groups/" + group);
        assertThat(users).allSatisfy(id -> assertThat(after.text()).contains(id));
        assertThat(text(after, "body/meta/version")).isNotEqualTo(text(before, "body/meta/version"));
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return text(answer, "body/id");
    }
}
