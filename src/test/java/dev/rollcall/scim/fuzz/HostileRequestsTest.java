package dev.rollcall.scim.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.EveryAnswer;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.conformance.http.RawCalls;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Random hostile requests: nothing that a client sends makes a 500, every answer is in SCIM form, and
/// afterwards every row is whole and every resource can be read and put back unchanged.
@QuarkusTest
@Proves({"SC-004", "SC-008", "ER-001", "ER-002", "ER-003"})
class HostileRequestsTest {
    private static final int REQUESTS = 1_500;
    private static final Set<String> WITHOUT_BODY = Set.of("HEAD", "OPTIONS");

    private final TestTokens tokens;
    private final WholeRows rows;

    @TestHTTPResource("/scim/v2")
    @SuppressWarnings("NullAway.Init") // set by Quarkus, also where nothing can be injected into a constructor
    URI base;

    HostileRequestsTest(TestTokens tokens, WholeRows rows) {
        this.tokens = tokens;
        this.rows = rows;
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({"7643, COMPATIBLE", "7644, STRICT", "9865, COMPATIBLE"})
    void neverFailsAndLeavesNothingHalfWritten(long seed, ConformanceMode mode) {
        var token = tokens.anOrganization().inMode(mode).unhindered().issue();
        var requests = new HostileRequests(base.toString(), token.bearer(), new Random(seed));
        var statuses = new TreeMap<Integer, Integer>();
        try (var http = new HttpCalls()) {
            for (var i = 0; i < REQUESTS; i++) {
                var call = requests.next();
                var answer = sent(http, call);
                statuses.merge(answer.status(), 1, Integer::sum);
                assertThat(EveryAnswer.faults(answer, WITHOUT_BODY.contains(call.method())))
                        .as("seed %d, request %d: %s%n%d %s", seed, i, call, answer.status(), answer.text())
                        .isEmpty();
                assertThat(answer.status())
                        .as("seed %d, request %d: %s%n%s", seed, i, call, answer.text())
                        .isNotIn(429, 500, 503);
                answer.header("Location")
                        .filter(_ -> answer.status() == 201)
                        .ifPresent(location -> requests.remember(location.replaceFirst(".*/scim/v2", "")));
            }
            assertThat(statuses).as("of every kind").containsKeys(200, 201, 204, 400, 404, 412);
            assertThat(rows.check(token.organizationId())).isPositive();
            putBack(http, "/Users", token.bearer());
            putBack(http, "/Groups", token.bearer());
        }
    }

    private void putBack(HttpCalls http, String endpoint, String bearer) {
        var headers = Map.of("Authorization", bearer, "Content-Type", "application/scim+json");
        var list = http.send(new Call("GET", base + endpoint + "?count=200", headers, null));
        if (!(list.at("body/Resources").orElse(ScimValue.array()) instanceof ScimValue.MultiValued(var resources))) {
            throw new AssertionError(list.text());
        }
        for (var resource : resources) {
            var object = (ScimValue.Complex) resource;
            var id = object.find("id") instanceof ScimValue.Text(var text) ? text : "";
            var body = JsonWriter.text(object).getBytes(UTF_8);
            var put = http.send(new Call("PUT", base + endpoint + "/" + id, headers, body));
            assertThat(put.status()).as(put.text()).isEqualTo(200);
            assertThat(put.json()).as("PUT of what was read changes nothing").isEqualTo(object);
        }
    }

    // What the client's own URI class does not let through goes out as it is.
    private static Answer sent(HttpCalls http, Call call) {
        try {
            return http.send(call);
        } catch (IllegalArgumentException _) {
            return RawCalls.send(call);
        }
    }
}
