package dev.rollcall.security.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoSignInTest {
    @Test
    void whereNobodyCanSignInItSaysSo() {
        given().get("/sign-in")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:rollcall:problem:not-found"))
                .body("detail", startsWith("Nobody can sign in here."));
    }
}
