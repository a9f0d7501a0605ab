package dev.rollcall.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.TestTokens;
import dev.rollcall.testing.TestTokens.TestToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningKeysTest {
    private static final int REPLICAS = 8;

    private final SigningKeys keys;
    private final SigningKeyRepository stored;
    private final TokenConfig config;
    private final TestTokens tokens;

    SigningKeysTest(SigningKeys keys, SigningKeyRepository stored, TokenConfig config, TestTokens tokens) {
        this.keys = keys;
        this.stored = stored;
        this.config = config;
        this.tokens = tokens;
    }

    @Test
    void makesOneKeyHoweverManyReplicasStartAtOnce() throws Exception {
        QuarkusTransaction.requiringNew().run(stored::deleteAll);

        var active = atOnce(() -> keys.active().id());

        assertThat(new HashSet<>(active)).hasSize(1);
        assertThat(keys.published()).extracting(SigningKey::id).containsExactly(active.getFirst());
    }

    @Test
    void rotatesToOneKeyHoweverManyRotateAtOnce() throws Exception {
        var before = keys.active().id();

        var rotated = atOnce(keys::rotate);

        assertThat(rotated).contains(keys.active().id()).doesNotContain(before);
        assertThat(keys.published().stream().filter(key -> key.retired() == null))
                .hasSize(1);
    }

    @Test
    void keepsTokensOfARetiredKeyValid() {
        var before = tokens.anOrganization().issue();
        keys.rotate();
        var after = tokens.anOrganization().issue();

        assertThat(status(before)).isEqualTo(200);
        assertThat(status(after)).isEqualTo(200);
    }

    @Test
    void takesATokenOfANewKeyAtOnceWhileOthersInventKeys() {
        for (var round = 0; round < 3; round++) {
            keys.rotate();
            var token = tokens.anOrganization().issue();
            // Makes the replica read its keys, after which it pauses.
            keys.find("invented");
            keys.rotate();
            var next = tokens.another(token);

            assertThat(status(next)).isEqualTo(200);
        }
    }

    @Test
    void publishesPublicKeysOnly() {
        var retired = keys.active().id();
        var active = keys.rotate();

        var response = given().get("/.well-known/jwks.json");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/jwk-set+json");
        List<Map<String, Object>> jwks = response.jsonPath().getList("keys");
        assertThat(jwks).extracting(key -> key.get("kid")).contains(retired, active);
        assertThat(jwks)
                .allSatisfy(key -> assertThat(key)
                        .containsOnlyKeys("kty", "crv", "x", "y", "kid", "alg", "use")
                        .containsEntry("alg", "ES256"));
    }

    @Test
    void forgetsAKeyWhoseLastTokenMustHaveExpired() {
        var old = keys.active().id();
        keys.rotate();
        var longAgo = Instant.now().minus(config.maximumLifetime()).minusSeconds(1);
        QuarkusTransaction.requiringNew()
                .run(() -> stored.update("retired = ?1 where id = ?2", longAgo.toEpochMilli(), old));

        assertThat(keys.published()).extracting(SigningKey::id).doesNotContain(old);
    }

    private static int status(TestToken token) {
        return given().header("Authorization", token.bearer())
                .get("/scim/v2/Probe")
                .statusCode();
    }

    private static List<String> atOnce(Callable<String> action) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var replicas = Executors.newFixedThreadPool(REPLICAS)) {
            var running = new ArrayList<Future<String>>();
            for (var replica = 0; replica < REPLICAS; replica++) {
                running.add(replicas.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<String>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
