package dev.rollcall.security.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.digest.Sha256;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/// An OpenID provider on this machine. A test tells it at `/grant` what the next code is worth, instead of a person at
/// its page; `/asked` tells how often the service has come to it.
public final class PlayedProvider implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "rollcall";
    static final String SECRET = "a secret of the client that is long enough";

    private final Map<String, JsonObject> grants = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final RsaJsonWebKey key;
    private final HttpServer server;

    /// With a key of its own.
    public PlayedProvider() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("only");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, metadata()));
        server.createContext(
                "/keys",
                exchange -> send(
                        exchange,
                        new JsonObject()
                                .put("keys", new JsonArray().add(key.toParams(OutputControlLevel.PUBLIC_ONLY)))));
        server.createContext("/token", this::token);
        server.createContext("/grant", this::grant);
        server.createContext("/asked", exchange -> send(exchange, new JsonObject().put("times", asked.get())));
        server.start();
        return Map.of(
                "rollcall.sign-in.enabled",
                "true",
                "rollcall.sign-in.issuer",
                url(),
                "rollcall.sign-in.client-id",
                CLIENT,
                "rollcall.sign-in.client-secret",
                SECRET);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private JsonObject metadata() {
        return new JsonObject()
                .put("issuer", url())
                .put("authorization_endpoint", url() + "/authorize")
                .put("token_endpoint", url() + "/token")
                .put("jwks_uri", url() + "/keys")
                .put("response_types_supported", new JsonArray().add("code"))
                .put("subject_types_supported", new JsonArray().add("public"))
                .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
    }

    private void grant(HttpExchange exchange) throws IOException {
        var grant = new JsonObject(body(exchange));
        grants.put(grant.getString("code"), grant);
        send(exchange, new JsonObject());
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var form = Arrays.stream(body(exchange).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        var grant = grants.remove(String.valueOf(form.get("code")));
        if (grant != null && grant.getBoolean("hangsUp", false)) {
            exchange.close();
            return;
        }
        if (grant == null || !isProved(grant, String.valueOf(form.get("code_verifier")))) {
            send(exchange, 400, new JsonObject().put("error", "invalid_grant"));
            return;
        }
        send(
                exchange,
                new JsonObject()
                        .put("access_token", "opaque")
                        .put("token_type", "Bearer")
                        .put("expires_in", 300)
                        .put("id_token", signed(grant.getJsonObject("claims").put("iss", url()))));
    }

    private static boolean isProved(JsonObject grant, String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(verifier))
                .equals(grant.getString("challenge"));
    }

    private String signed(JsonObject claims) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.encode());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue("RS256");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, JsonObject answer) throws IOException {
        send(exchange, 200, answer);
    }

    private static void send(HttpExchange exchange, int status, JsonObject answer) throws IOException {
        var bytes = answer.encode().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
