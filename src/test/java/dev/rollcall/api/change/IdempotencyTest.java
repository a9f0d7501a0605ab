package dev.rollcall.api.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.testing.Callers;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sent again under its `Idempotency-Key` is done once.
@QuarkusTest
class IdempotencyTest {
    private static final String PATH = "/api/v1/organizations";

    private final Callers callers;
    private final Organizations organizations;
    private final KeptAnswers answers;
    private final Sql sql;
    private final String key = UUID.randomUUID().toString();
    private final String name = "Acme " + UUID.randomUUID();

    IdempotencyTest(Callers callers, Organizations organizations, KeptAnswers answers, Sql sql) {
        this.callers = callers;
        this.organizations = organizations;
        this.answers = answers;
        this.sql = sql;
    }

    @Test
    void theSecondGetsTheAnswerOfTheFirst() {
        var first = added(callers.operator(), name);
        var second = added(callers.operator(), name);

        assertThat(first.statusCode()).isEqualTo(201);
        assertSame(second, first);
        assertThat(audited(first)).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneDoesIt() throws Exception {
        var all = new ArrayList<Response>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Response> request = () -> added(callers.operator(), name);
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, request))) {
                all.add(answer.get());
            }
        }

        assertThat(all).allSatisfy(answer -> assertSame(answer, all.getFirst()));
        assertThat(all.getFirst().statusCode()).isEqualTo(201);
        assertThat(audited(all.getFirst())).isEqualTo(1);
    }

    @Test
    void aKeyStandsForOneRequest() {
        added(callers.operator(), name);

        assertReused(added(callers.operator(), name + "!"));
        var id = organizations.named(name).orElseThrow().id();
        assertReused(keyed(callers.operator())
                .body(Map.of("name", name, "identityProvider", "okta"))
                .post(PATH + "/" + id + "/connections"));
    }

    private static void assertReused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat((String) answer.path("type")).isEqualTo("urn:rollcall:problem:idempotency-key-reused");
    }

    @Test
    void theKeyOfAnotherCallerIsAnotherKey() {
        var one = organizations.add(name + " 1", Plan.ENTERPRISE).id();
        var other = organizations.add(name + " 2", Plan.ENTERPRISE).id();
        var body = Map.of("name", "PingOne", "identityProvider", "pingone");

        var first = keyed(callers.admin(one)).body(body).post(PATH + "/" + one + "/connections");
        var second = keyed(callers.admin(other)).body(body).post(PATH + "/" + other + "/connections");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat((String) second.path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void whatWasRefusedIsJudgedAgain() {
        var taken = organizations.add(name, Plan.FREE).id();

        assertThat(added(callers.operator(), name).statusCode()).isEqualTo(409);
        callers.operator().body(Map.of("name", name + " before")).patch(PATH + "/" + taken);

        assertThat(added(callers.operator(), name).statusCode()).isEqualTo(201);
    }

    @Test
    void theRowAloneGivesNothingAway() {
        added(callers.operator(), name);

        var rows = sql.query(
                SqlText.of("SELECT id, request, salt, answer FROM idempotent_request"),
                row -> text(row.getBytes(1)) + text(row.getBytes(2)) + text(row.getBytes(3)) + text(row.getBytes(4)));
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(name) || row.contains(key));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void afterADayTheKeyIsFreeAgain() {
        added(callers.operator(), name);
        age(KeptAnswers.KEPT.plusMinutes(1));

        assertThat(added(callers.operator(), name).statusCode()).isEqualTo(409);
    }

    @Test
    void withinADayItIsKept() {
        var first = added(callers.operator(), name);
        age(KeptAnswers.KEPT.minusMinutes(1));
        answers.removeOld();

        assertSame(added(callers.operator(), name), first);
    }

    @Test
    void whatIsTooOldIsRemoved() {
        added(callers.operator(), name);
        age(KeptAnswers.KEPT.plusMinutes(1));

        answers.removeOld();

        assertThat(sql.query(SqlText.of("SELECT COUNT(*) FROM idempotent_request"), row -> row.getLong(1)))
                .containsExactly(0L);
    }

    private void age(Duration age) {
        sql.update(SqlText.of("UPDATE idempotent_request SET created = created - ?", age.toMillis()));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\tb", "\u00e9"})
    void whatIsNoKeyIsRefused(String none) {
        assertNoKey(none);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertNoKey("k".repeat(201));
    }

    private void assertNoKey(String none) {
        var answer = callers.operator()
                .header("Idempotency-Key", none)
                .body(Map.of("name", name, "plan", "free"))
                .post(PATH);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.field", String.class)).isEqualTo(List.of("Idempotency-Key"));
        assertThat(organizations.named(name)).isEmpty();
    }

    private Response added(RequestSpecification caller, String called) {
        return keyed(caller).body(Map.of("name", called, "plan", "free")).post(PATH);
    }

    private RequestSpecification keyed(RequestSpecification caller) {
        return caller.header("Idempotency-Key", key);
    }

    private static void assertSame(Response answer, Response expected) {
        assertThat(answer.statusCode()).isEqualTo(expected.statusCode());
        assertThat(answer.asString()).isEqualTo(expected.asString());
        for (var header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(answer.header(header)).isEqualTo(expected.header(header));
        }
    }

    private long audited(Response answer) {
        return sql.query(
                        SqlText.of("SELECT COUNT(*) FROM audit_entry WHERE organization_id = ?", (Object)
                                ResourceIds.bytes(UUID.fromString(answer.path("id")))),
                        row -> row.getLong(1))
                .getFirst();
    }
}
