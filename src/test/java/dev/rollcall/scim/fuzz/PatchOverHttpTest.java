package dev.rollcall.scim.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.patch.PatchEngine;
import dev.rollcall.scim.patch.PatchReader;
import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.RandomPatches;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A PATCH and a GET show what the pure function makes of the resource, and a refused PATCH shows what was
/// there before, under the same version.
@QuarkusTest
@Proves({"PA-004", "PA-005", "VE-003"})
class PatchOverHttpTest {
    private static final int ROUNDS = 300;

    private final TestTokens tokens;
    private final SchemaRegistry schemas;

    @TestHTTPResource("/scim/v2")
    @SuppressWarnings("NullAway.Init") // set by Quarkus, also where nothing can be injected into a constructor
    URI base;

    PatchOverHttpTest(TestTokens tokens, SchemaRegistry schemas) {
        this.tokens = tokens;
        this.schemas = schemas;
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatThePureFunctionMakes(ConformanceMode mode) {
        var bearer = tokens.anOrganization().inMode(mode).issue().bearer();
        var patches = new RandomPatches(new Random(7644));
        var changes = 0;
        try (var http = new HttpCalls()) {
            var user = sent(http, "POST", "/Users", bearer, user());
            assertThat(user.status()).as(user.text()).isEqualTo(201);
            var path = "/Users/" + text(object(user), "id");
            for (var round = 0; round < ROUNDS; round++) {
                var before = sent(http, "GET", path, bearer, null);
                var body = SchemaFixtures.notation("{'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],"
                        + " 'Operations': [" + patches.operations(1 + round % 2) + "]}");
                var answer = sent(http, "PATCH", path, bearer, body);
                var after = sent(http, "GET", path, bearer, null);
                changes += check(mode, body, before, answer, after) ? 1 : 0;
            }
        }
        assertThat(changes).isGreaterThan(ROUNDS / 100);
    }

    private boolean check(ConformanceMode mode, ScimValue.Complex body, Answer before, Answer answer, Answer after) {
        var held = held(mode, before);
        try {
            var operations = new PatchReader(Tolerances.of(mode)).read(body);
            var engine = new PatchEngine(type(), Tolerances.of(mode));
            // Of several faults the service names that of a path first.
            assertThat(engine.mentions(operations)).isNotNull();
            var expected = ServerDefaults.USER.kept(held, engine.apply(held, operations, object(before)));
            new SchemaValidator(type()).checkChanged(held, expected, Set.of());
            assertThat(answer.status())
                    .as("%s%n%s", JsonWriter.text(body), answer.text())
                    .isEqualTo(200);
            assertThat(held(mode, after)).as(JsonWriter.text(body)).isEqualTo(expected);
            assertThat(after.header("ETag").equals(before.header("ETag"))).isEqualTo(expected.equals(held));
            return !expected.equals(held);
        } catch (ScimException refusal) {
            assertThat(answer.status())
                    .as("%s%n%s", JsonWriter.text(body), answer.text())
                    .isEqualTo(refusal.status());
            assertThat(text(object(answer), "scimType"))
                    .isEqualTo(refusal.scimType().map(ScimType::keyword).orElse(""));
            assertThat(after.text()).as(JsonWriter.text(body)).isEqualTo(before.text());
            return false;
        }
    }

    private ResourceType type() {
        return schemas.resourceType("User").orElseThrow();
    }

    private ScimValue.Complex held(ConformanceMode mode, Answer answer) {
        return new ResourceReader(type(), Tolerances.of(mode))
                .read(object(answer))
                .attributes();
    }

    private static ScimValue.Complex user() {
        return SchemaFixtures.notation("""
                {'schemas': ['CORE'], 'userName': 'x', 'title': 'T', 'name': {'givenName': 'G', 'familyName': 'F'},
                 'emails': [{'value': 'a', 'type': 'work'}, {'value': 'b', 'type': 'home', 'primary': true}],
                 'addresses': [{'region': 'R', 'type': 'home'}, {'region': 'S'}],
                 'ENTERPRISE': {'department': 'R'}}""");
    }

    private Answer sent(HttpCalls http, String method, String path, String bearer, ScimValue.@Nullable Complex body) {
        var headers = Map.of("Authorization", bearer, "Content-Type", "application/scim+json");
        return http.send(new Call(
                method,
                base + path,
                headers,
                body == null ? null : JsonWriter.text(body).getBytes(UTF_8)));
    }

    private static ScimValue.Complex object(Answer answer) {
        return answer.json() instanceof ScimValue.Complex object ? object : ScimValue.Complex.EMPTY;
    }

    private static String text(ScimValue.Complex object, String name) {
        return object.find(name) instanceof ScimValue.Text(var text) ? text : "";
    }
}
