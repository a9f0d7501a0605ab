package dev.rollcall.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rollcall.audit.Audit;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLNonTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `/.well-known/jwks.json` tells while the database is away.
@QuarkusTest
class PublishedKeysTest {
    private static final String PATH = "/.well-known/jwks.json";

    private final SigningKeys keys;
    private final Audit audit;
    private final TokenConfig config;
    private final SigningKeyRepository repository;
    private Instant now = Instant.now();

    PublishedKeysTest(SigningKeys keys, Audit audit, TokenConfig config, SigningKeyRepository repository) {
        this.keys = keys;
        this.audit = audit;
        this.config = config;
        this.repository = repository;
    }

    @BeforeEach
    void aServiceThatHasJustStarted() {
        install(keys);
    }

    private void install(SigningKeys source) {
        QuarkusMock.installMockForType(new PublishedKeys(source, clock()), PublishedKeys.class);
    }

    private Clock clock() {
        return ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    }

    /// The keys of a database that is there, or not.
    private final class Keys extends SigningKeys {
        private boolean away;

        private Keys() {
            super(repository, audit, config, clock());
        }

        @Override
        List<SigningKey> published() {
            if (away) {
                throw new IllegalStateException(new SQLNonTransientConnectionException("gone", "08000"));
            }
            return keys.published();
        }
    }

    @Test
    void whereNothingIsHeldItIsUnavailable() {
        var source = new Keys();
        source.away = true;
        install(source);

        given().get(PATH)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("status", equalTo(503));
    }

    @Test
    void whatWasReadLastIsToldForAsLongAsItMayBeKept() {
        var source = new Keys();
        install(source);
        var read = given().get(PATH).then().statusCode(200).header("Cache-Control", "public, max-age=300");
        assertThat(read.extract().path("keys").toString()).contains("kid");

        source.away = true;
        now = now.plusSeconds(299);
        var held = given().get(PATH).then().statusCode(200).header("Cache-Control", "public, max-age=1");
        assertThat(held.extract().asString()).isEqualTo(read.extract().asString());

        now = now.plusSeconds(1);
        given().get(PATH).then().statusCode(503).header("Retry-After", "2");

        source.away = false;
        given().get(PATH)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("keys", hasSize(keys.published().size()));
    }
}
