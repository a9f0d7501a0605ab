package dev.rollcall.scim.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.RawCalls;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Targets that are no URIs, byte for byte on the wire.
@QuarkusTest
class TargetsAsWrittenTest {
    private static final String USERS = "/scim/v2/Users";

    private final TestTokens tokens;
    private @Nullable TestToken ofCompatible;
    private @Nullable TestToken ofStrict;

    TargetsAsWrittenTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void connections() {
        ofCompatible = tokens.anOrganization().issue();
        ofStrict = tokens.anOrganization().inMode(ConformanceMode.STRICT).issue();
    }

    private TestToken compatible() {
        return Objects.requireNonNull(ofCompatible);
    }

    private TestToken strict() {
        return Objects.requireNonNull(ofStrict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName+eq+\"NAME\"",
                "userName%20eq%20\"NAME\"",
                "emails[type+eq+\"work\"+and+value+eq+\"a%40b.example\"]",
                "emails[type+eq+%22work%22]",
                "title+eq+\"{|}<>^\\\\`\"",
                "nickName+eq+\"Zoë\"",
                "nickName+eq+%22Zoë%22+and+title+pr",
            })
    @Proves("HT-002")
    void areReadAsIfPercentEncodedInCompatibleMode(String filter) {
        var name = "jane-" + UUID.randomUUID();
        create(name);
        var target = USERS + "?filter=" + filter.replace("NAME", name);

        var found = send(compatible(), target);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).contains("\"totalResults\":1", name);
        var refused = send(strict(), target);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("invalidSyntax", "The query holds", "has to be percent-encoded as %");
    }

    @Test
    void otherSpellingsOfThePathComeWithThem() {
        var name = "jane-" + UUID.randomUUID();
        create(name);
        assertThat(send(compatible(), "//SCIM//v2/users/?filter=userName+eq+\"" + name + "\"&count=1")
                        .text())
                .contains("\"totalResults\":1", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users?filter=userName+eq+%22%zz%22",
                "/Users?filter=%4",
                "/Users?x=%",
                "/Users/%zz",
                "/Users/{id}",
                "/Nothing/%zz?y=1",
                "/Users?filter=\u00ff",
                "/Users?filter=\u0001",
                "//?%zz",
                "?%zz"
            })
    void whatCanMeanAnythingIsAScimErrorOnceTheTokenIsGood(String target) {
        for (var token : new TestToken[] {compatible(), strict()}) {
            var answer = send(token, "/scim/v2" + target);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/scim+json");
            assertThat(answer.text()).contains("urn:ietf:params:scim:api:messages:2.0:Error", "invalidSyntax");
        }
        for (var bearer : new String[] {"Bearer nonsense", "Basic eDp5"}) {
            assertThat(sendAs(bearer, "/scim/v2" + target).status()).isEqualTo(401);
        }
    }

    @Test
    void aBrokenPercentSignIsNamed() {
        assertThat(send(compatible(), USERS + "?filter=userName+eq+\"%4\"").text())
                .contains("The query holds '%4\\\"'", "write a percent sign as %25");
        assertThat(send(compatible(), USERS + "/%zz").text()).contains("The path holds '%zz'");
    }

    @Test
    void aBodyComesAlong() {
        var answer = RawCalls.send(new Call(
                "POST",
                url(USERS + "?attributes=userName&x=\"y\""),
                Map.of("Authorization", compatible().bearer(), "Content-Type", "application/scim+json"),
                user("jane-" + UUID.randomUUID()).getBytes(UTF_8)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain("nickName");
    }

    @Test
    void theDocumentThatNeedsNoTokenIsThereAllTheSame() {
        var answer = RawCalls.send(new Call("GET", url("/scim/v2/ServiceProviderConfig?x=\"y\""), Map.of(), null));
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health%zz",
                "/q/metrics?x=\"",
                "/nothing?a=%zz",
                "/.well-known/jwks.json?x=%zz",
                "/scimx?a=\"",
                "/%zz",
                "/?\"",
                "/q/openapi?\u00e9"
            })
    void elsewhereTheyAreRefusedInPlainText(String target) {
        var answer = send(compatible(), target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.text()).contains("percent-encode");
    }

    /// A request line with more than two blanks is cut at the first two by the HTTP codec, which has no target then.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[/scim/v2/Users",
                "http://localhost/scim/v2/Users?\"",
                "%zz",
                "/scim/v2/Users?filter=userName eq \"a\""
            })
    void whatIsNoPathIsRefused(String target) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var head = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                    + compatible().bearer() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .matches("(?s)HTTP/1.. 400 .*");
        }
    }

    private Answer send(TestToken token, String target) {
        return sendAs(token.bearer(), target);
    }

    private static Answer sendAs(String authorization, String target) {
        var bytes = target.chars().anyMatch(c -> c > 0xff) || target.contains("Zoë")
                ? new String(target.getBytes(UTF_8), ISO_8859_1)
                : target;
        return RawCalls.send(new Call("GET", url("") + bytes, Map.of("Authorization", authorization), null));
    }

    private static String url(String target) {
        return "http://localhost:" + RestAssured.port + target;
    }

    private void create(String name) {
        var answer = RawCalls.send(new Call(
                "POST",
                url(USERS),
                Map.of("Authorization", compatible().bearer(), "Content-Type", "application/scim+json"),
                user(name).getBytes(UTF_8)));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static String user(String name) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","title":"{|}<>^\\\\`",\
                "nickName":"Zoë","emails":[{"type":"work","value":"a@b.example"}]}""".formatted(name);
    }
}
