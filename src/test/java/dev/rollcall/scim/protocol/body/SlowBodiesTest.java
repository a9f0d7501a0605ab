package dev.rollcall.scim.protocol.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Clients that take their time with a small body, on a service with few workers.
@QuarkusTest
@TestProfile(SlowBodiesTest.FewWorkers.class)
class SlowBodiesTest {
    private static final int WORKERS = 8;

    private final TestTokens tokens;

    SlowBodiesTest(TestTokens tokens) {
        this.tokens = tokens;
    }

    /// A service with few threads.
    public static class FewWorkers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.thread-pool.max-threads", Integer.toString(WORKERS));
        }
    }

    @Test
    void doNotTakeAWorkerAway() throws IOException {
        var headers = Map.of(
                "Authorization",
                tokens.anOrganization().unhindered().issue().bearer(),
                "Content-Type",
                "application/scim+json");
        var slow = new ArrayList<HalfSent>();
        for (var i = 0; i < 3 * WORKERS; i++) {
            slow.add(new HalfSent(headers, body("slow" + i), true));
            slow.getLast().sendHalf();
        }

        try (var quick = new HalfSent(headers, body("quick"), true)) {
            quick.sendHalf();
            assertThat(quick.finish()).contains("201");
        }
        for (var one : slow) {
            assertThat(one.finish()).as("still waited for").contains("201");
            one.close();
        }
    }

    private static String body(String name) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\"}".formatted(name);
    }
}
