package dev.rollcall.api.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Gives a test those who may call the management API. To be injected into a `@QuarkusTest`.
@ApplicationScoped
public class Callers {

    Callers() {}

    /// The back end of the product.
    public RequestSpecification operator() {
        return request("operator backend");
    }

    /// A back end of one organization.
    public RequestSpecification operatorOf(UUID organization) {
        return request("operator-of " + organization);
    }

    /// An org admin.
    public RequestSpecification admin(UUID organization) {
        return request("person " + organization + " barbara");
    }

    private static RequestSpecification request(String caller) {
        return given().header(GivenCaller.HEADER, caller).contentType("application/json");
    }
}
