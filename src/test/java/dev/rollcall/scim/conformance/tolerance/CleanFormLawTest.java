package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.ScimCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.connection.Connections;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whatever a compatible connection accepts, it answers in the form of the RFCs: what is read can be sent back and
/// changes nothing, and a connection that forgives nothing but values which are kept as they came accepts it, too.
@QuarkusTest
class CleanFormLawTest {
    private static final int ROUNDS = 120;
    private static final Set<Tolerance> KEPT_AS_SENT = EnumSet.of(
            Tolerance.COUNTRY,
            Tolerance.LOCALE,
            Tolerance.PREFERRED_LANGUAGE,
            Tolerance.TIME_ZONE,
            Tolerance.URL,
            Tolerance.BINARY,
            Tolerance.USER_NAME,
            Tolerance.FOREIGN_URN,
            Tolerance.ABSENT_MANAGER);

    private final TestTokens tokens;
    private final Connections connections;
    private int created;
    private int changed;

    @TestHTTPResource("/scim/v2")
    @SuppressWarnings("NullAway.Init") // set by Quarkus, also where nothing can be injected into a constructor
    URI base;

    CleanFormLawTest(TestTokens tokens, Connections connections) {
        this.tokens = tokens;
        this.connections = connections;
    }

    @Test
    void whatIsReadIsInTheFormOfTheRfcsHoweverItWasSent() {
        var users = new OddUsers(new Random(7643));
        try (var http = new HttpCalls()) {
            var compatible = new ScimCalls(
                    http, base, tokens.anOrganization().unhindered().issue().bearer());
            var exact = new ScimCalls(http, base, exactButForValues());

            assertThat(Stream.generate(users::body).limit(ROUNDS))
                    .allSatisfy(body -> check(compatible, exact, body, patch(users.operations())));
        }
        assertThat(created).isGreaterThan(ROUNDS / 2);
        assertThat(changed).isGreaterThan(ROUNDS / 4);
    }

    private void check(ScimCalls compatible, ScimCalls exact, ScimValue.Complex body, ScimValue.Complex patch) {
        var answer = compatible.send("POST", "/Users", body);
        if (isAccepted(answer)) {
            created++;
            var path = "/Users/" + text(answer, "body/id");
            var copy = exact.created("/Users", cleanAndSettled(compatible, path));
            if (isAccepted(compatible.send("PATCH", path, patch))) {
                changed++;
                replace(exact, copy, cleanAndSettled(compatible, path));
            }
        }
    }

    private static boolean isAccepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204, 400, 409);
        return answer.status() < 300;
    }

    private static ScimValue.Complex cleanAndSettled(ScimCalls calls, String path) {
        var before = calls.read(path);
        var body = (ScimValue.Complex) before.at("body").orElseThrow();
        assertSchemasAreRight(body);
        for (var time = 1; time <= 2; time++) {
            var answer = calls.send("PUT", path, body);
            assertThat(answer.status())
                    .as("%s%n%s", before.text(), answer.text())
                    .isEqualTo(200);
            assertThat(answer.header("ETag")).as(before.text()).isEqualTo(before.header("ETag"));
            assertThat(calls.read(path).text()).isEqualTo(before.text());
        }
        return body;
    }

    private static void assertSchemasAreRight(ScimValue.Complex body) {
        var expected = new ArrayList<ScimValue>(List.of(ScimValue.of(SchemaFixtures.CORE)));
        body.members().keySet().stream()
                .filter(name -> name.startsWith("urn:ietf:"))
                .map(ScimValue::of)
                .forEach(expected::add);
        assertThat(body.find("schemas"))
                .isInstanceOfSatisfying(
                        ScimValue.MultiValued.class,
                        schemas -> assertThat(schemas.elements())
                                .as("%s", body)
                                .containsExactlyInAnyOrderElementsOf(expected));
    }

    private static void replace(ScimCalls calls, String path, ScimValue.Complex body) {
        var answer = calls.send("PUT", path, body);
        assertThat(answer.status()).as("%s%n%s", body, answer.text()).isEqualTo(200);
    }

    private static ScimValue.Complex patch(List<ScimValue> operations) {
        return SchemaFixtures.notation("{'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp']}")
                .with("Operations", new ScimValue.MultiValued(operations));
    }

    private String exactButForValues() {
        var token = tokens.anOrganization()
                .inMode(ConformanceMode.STRICT)
                .unhindered()
                .issue();
        connections.changeTolerances(token.organizationId(), token.connectionId(), KEPT_AS_SENT, Set.of(), Set.of());
        return token.bearer();
    }
}
