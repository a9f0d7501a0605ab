package dev.rollcall.security.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.digest.Sha256;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
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

    private final Map<String, Map<String, Object>> grants = new ConcurrentHashMap<>();
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
                exchange -> send(exchange, Map.of("keys", List.of(key.toParams(OutputControlLevel.PUBLIC_ONLY)))));
        server.createContext("/token", this::token);
        server.createContext("/grant", this::grant);
        server.createContext("/asked", exchange -> send(exchange, Map.of("times", asked.get())));
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

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "jwks_uri", url() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void grant(HttpExchange exchange) throws IOException {
        var grant = parsed(body(exchange));
        grants.put(String.valueOf(grant.get("code")), grant);
        send(exchange, Map.of());
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var form = Arrays.stream(body(exchange).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        var grant = grants.remove(String.valueOf(form.get("code")));
        if (grant != null && Boolean.TRUE.equals(grant.get("hangsUp"))) {
            exchange.close();
            return;
        }
        if (grant == null || !isProved(grant, String.valueOf(form.get("code_verifier")))) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var claims = new HashMap<>(parsed(String.valueOf(grant.get("claims"))));
        claims.put("iss", url());
        send(
                exchange,
                Map.of(
                        "access_token",
                        "opaque",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        signed(JsonUtil.toJson(claims))));
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return JsonUtil.parseJson(json);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isProved(Map<String, Object> grant, String verifier) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(verifier))
                .equals(grant.get("challenge"));
    }

    private String signed(String claims) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims);
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

    private static void send(HttpExchange exchange, Map<String, Object> answer) throws IOException {
        send(exchange, 200, answer);
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        var bytes = JsonUtil.toJson(answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
