package dev.rollcall.security.foreign;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/// An issuer with keys of its own, which it publishes on this machine.
final class GivenIssuer implements AutoCloseable {
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "rollcall-management";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<PublicJsonWebKey> keys = new ArrayList<>();
    private volatile String published = "";
    private volatile int status = 200;

    GivenIssuer() throws IOException, JoseException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            var body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        publish(rsa("rsa"), ec("ec"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    int timesAsked() {
        return asked.get();
    }

    void answersWith(int newStatus) {
        status = newStatus;
    }

    void publishes(String body) {
        published = body;
    }

    void publish(PublicJsonWebKey... shown) {
        keys.clear();
        keys.addAll(List.of(shown));
        published = new JsonWebKeySet(shown).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    PublicJsonWebKey key(String id) {
        return keys.stream()
                .filter(key -> id.equals(key.getKeyId()))
                .findFirst()
                .orElseThrow();
    }

    static PublicJsonWebKey rsa(String id) throws JoseException {
        return named(RsaJwkGenerator.generateJwk(2048), id);
    }

    static PublicJsonWebKey ec(String id) throws JoseException {
        return named(EcJwkGenerator.generateJwk(EllipticCurves.P256), id);
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String id) {
        key.setKeyId(id);
        return key;
    }

    static JwtClaims claims(Instant now) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("back-end");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plusSeconds(300).getEpochSecond()));
        claims.setStringClaim("scope", "admin.read admin.write openid");
        return claims;
    }

    static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(algorithm);
        return signature.getCompactSerialization();
    }

    String signed(JwtClaims claims) throws JoseException {
        return signed(claims, key("rsa"), "RS256");
    }

    String unsigned(JwtClaims claims) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue("rsa");
        signature.setAlgorithmHeaderValue("none");
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return signature.getCompactSerialization();
    }

    /// With the public key in the place of a secret.
    String signedWithThePublicKey(JwtClaims claims) throws JoseException {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKeyIdHeaderValue("rsa");
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKey(
                new HmacKey(Objects.requireNonNull(key("rsa").getPublicKey()).getEncoded()));
        return signature.getCompactSerialization();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
