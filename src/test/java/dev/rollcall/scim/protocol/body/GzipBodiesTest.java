package dev.rollcall.scim.protocol.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.RawCalls;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies in gzip, at every endpoint that takes a body.
@QuarkusTest
class GzipBodiesTest {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";

    private final TestTokens tokens;

    GzipBodiesTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    @ParameterizedTest
    @EnumSource(ConformanceMode.class)
    @Proves("HT-012")
    void areReadAtEveryEndpoint(ConformanceMode mode) {
        var token = tokens.anOrganization().inMode(mode).issue();
        var user = user();
        var created = send(token, "POST", "/Users", gzip(user));
        assertThat(created.status()).isEqualTo(201);
        var id = ((ScimValue.Text) created.at("body/id").orElseThrow()).value();
        var path = "/Users/" + id;
        assertThat(send(token, "PUT", path, gzip(user)).status()).isEqualTo(200);
        var patch = patch("title");
        assertThat(send(token, "PATCH", path, gzip(patch)).status()).isEqualTo(200);
        var search = message("SearchRequest", "\"count\":1");
        assertThat(send(token, "POST", "/Users/.search", gzip(search)).status()).isEqualTo(200);
        assertThat(send(token, "POST", "/.search", gzip(search)).status()).isEqualTo(200);
        var group =
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name() + "\"}";
        assertThat(send(token, "POST", "/Groups", gzip(group)).status()).isEqualTo(201);
        var bulk = message(
                "BulkRequest",
                "\"Operations\":[{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":" + user() + "}]");
        assertThat(send(token, "POST", "/Bulk", gzip(bulk)).text()).contains("\"201\"");
        var me = tokens.forUser(token, UUID.fromString(id), Scope.values());
        assertThat(send(me, "PATCH", "/Me", gzip(patch)).status()).isEqualTo(200);
    }

    @Test
    void comeInPiecesAndInSeveralMembers() {
        var token = tokens.anOrganization().issue();
        var user = user();
        var two = concat(gzip(user.substring(0, 20)), gzip(user.substring(20)));
        assertThat(send(token, two, Map.of("Transfer-Encoding", "chunked")).status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users", "Groups", "Bulk", ".search"})
    void oneThatInflatesToMuchIsTooLarge(String endpoint) {
        var token = tokens.anOrganization().issue();
        var bomb = concat(gzip("{\"a\":"), zeroes(64));
        var answer = send(token, "POST", "/" + endpoint, bomb);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("\"status\":\"413\"", "is larger than");
    }

    @Test
    void theLimitIsForWhatComesOut() {
        var token = tokens.anOrganization().issue();
        var user = user();
        var limit = 1024 * 1024;
        var padded = user + " ".repeat(limit - user.length());
        assertThat(send(token, "POST", "/Users", gzip(padded)).status()).isEqualTo(201);
        assertThat(send(token, "POST", "/Users", gzip(padded + " ")).status()).isEqualTo(413);
    }

    @Test
    void oneThatIsNoneIsInvalidSyntax() {
        var token = tokens.anOrganization().issue();
        var whole = gzip(user());
        var flipped = whole.clone();
        flipped[flipped.length - 5] ^= 1;
        for (var broken : new byte[][] {
            user().getBytes(UTF_8), Arrays.copyOf(whole, whole.length - 9), Arrays.copyOf(whole, 5), flipped
        }) {
            var answer = send(token, "POST", "/Users", broken);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("invalidSyntax", "Content-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "gzip, gzip"})
    @Proves("HT-012")
    void otherCodingsAreRefusedWithTheOneThatIsRead(String coding) {
        var answer = send(tokens.anOrganization().issue(), gzip(user()), Map.of("Content-Encoding", coding));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).contains("gzip");
        assertThat(answer.text()).contains("\"status\":\"415\"", coding);
    }

    @Test
    void identityIsNoCoding() {
        var answer =
                send(tokens.anOrganization().issue(), user().getBytes(UTF_8), Map.of("Content-Encoding", "identity"));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static Answer send(TestToken token, String method, String path, byte[] body) {
        return send(token, method, path, body, Map.of());
    }

    private static Answer send(TestToken token, byte[] body, Map<String, String> headers) {
        return send(token, "POST", "/Users", body, headers);
    }

    private static Answer send(TestToken token, String method, String path, byte[] body, Map<String, String> further) {
        var headers = new HashMap<>(Map.of(
                "Authorization", token.bearer(),
                "Content-Type", "application/scim+json",
                "Content-Encoding", "gzip"));
        headers.putAll(further);
        return RawCalls.send(
                new Call(method, "http://localhost:" + RestAssured.port + "/scim/v2" + path, headers, body));
    }

    private static String name() {
        return "gzip-" + UUID.randomUUID();
    }

    private static String user() {
        return "{\"schemas\":[\"" + USER + "\"],\"userName\":\"" + name() + "\"}";
    }

    private static String patch(String attribute) {
        return message(
                "PatchOp",
                "\"Operations\":[{\"op\":\"replace\",\"path\":\"" + attribute + "\",\"value\":\"" + name() + "\"}]");
    }

    private static String message(String name, String members) {
        return "{\"schemas\":[\"" + MESSAGES + name + "\"]," + members + "}";
    }

    private static byte[] gzip(String text) {
        return gzip(text.getBytes(UTF_8), 1);
    }

    /// So many megabytes of blanks.
    private static byte[] zeroes(int megabytes) {
        return gzip(" ".repeat(1024 * 1024).getBytes(UTF_8), megabytes);
    }

    private static byte[] gzip(byte[] content, int times) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            for (var i = 0; i < times; i++) {
                gzip.write(content);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
