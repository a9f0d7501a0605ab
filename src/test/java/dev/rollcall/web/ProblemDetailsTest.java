package dev.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sql.UnavailableException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/// What a problem detail says in its headers.
@QuarkusTest
class ProblemDetailsTest {

    /// Refuses what it is asked for.
    @Path("/refusing")
    public static class Refusing {
        /// Has no database.
        @GET
        @Path("/unavailable")
        public String unavailable() {
            throw new UnavailableException("The service cannot reach its database");
        }

        /// Knows nobody.
        @GET
        @Path("/stranger")
        public String stranger() {
            throw new NotAuthorizedException("Basic realm=\"rollcall\"");
        }
    }

    @Test
    void whatMaySucceedInAMomentSaysWhen() {
        var answer = RestAssured.get("/refusing/unavailable");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Service Unavailable");
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo("The service cannot reach its database: try again in a moment.");
    }

    @Test
    void whoIsNotKnownReadsHowToBe() {
        var answer = RestAssured.get("/refusing/stranger");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"rollcall\"");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("Unauthorized");
    }
}
