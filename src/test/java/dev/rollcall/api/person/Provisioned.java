package dev.rollcall.api.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The identity provider of a test.
record Provisioned(String token) {
    static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";

    RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/scim+json");
    }

    /// Creates a user.
    Response create(Map<String, ?> attributes) {
        return request().body(user(attributes)).post("/scim/v2/Users");
    }

    /// The id of a user who is created now.
    String created(Map<String, ?> attributes) {
        var answer = create(attributes);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.path("id");
    }

    static Map<String, Object> user(Map<String, ?> attributes) {
        var user = new HashMap<String, Object>(attributes);
        user.put("schemas", List.of(CORE));
        return user;
    }

    static List<Map<String, ?>> work(String email) {
        return List.of(Map.of("type", "work", "value", email));
    }

    Response active(String id, boolean active) {
        return request()
                .body(Map.of(
                        "schemas", List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"),
                        "Operations", List.of(Map.of("op", "replace", "path", "active", "value", active))))
                .patch("/scim/v2/Users/" + id);
    }

    Response delete(String id) {
        return request().delete("/scim/v2/Users/" + id);
    }

    Response read(String id) {
        return request().get("/scim/v2/Users/" + id);
    }

    int count() {
        return request().queryParam("count", 0).get("/scim/v2/Users").path("totalResults");
    }
}
