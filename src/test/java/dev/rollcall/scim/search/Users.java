package dev.rollcall.scim.search;

import static io.restassured.RestAssured.given;

/// Users to be searched for: `u0`, `u1` and so on.
final class Users {
    private Users() {}

    static void add(String bearer, int count) {
        for (var i = 0; i < count; i++) {
            given().header("Authorization", bearer)
                    .contentType("application/json")
                    .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"u%d\"}"
                            .formatted(i))
                    .post("/scim/v2/Users")
                    .then()
                    .statusCode(201);
        }
    }
}
