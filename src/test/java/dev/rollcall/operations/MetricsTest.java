package dev.rollcall.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    @Test
    void refusedRequestsCannotMakeUpTags() {
        for (var i = 0; i < 3; i++) {
            given().get("/scim/v2/made-up-" + i).then().statusCode(401);
        }

        var metrics = given().get("/q/metrics").asString();

        assertThat(metrics).contains("http_server_requests_seconds_count").doesNotContain("made-up");
    }

    @Test
    void thePoolIsMeasured() {
        assertThat(given().get("/q/metrics").asString())
                .contains("agroal_active_count", "agroal_awaiting_count", "agroal_max_used_count");
    }
}
