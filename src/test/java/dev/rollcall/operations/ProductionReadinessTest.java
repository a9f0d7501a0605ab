package dev.rollcall.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionReadinessTest {
    private static final String PUBLIC_URL = "rollcall.public-url";
    private static final String ACCEPT = "rollcall.readiness.accept";

    @Test
    void namesEachUnsafeSettingByItsCheck() {
        assertThat(problems(Map.of(PUBLIC_URL, "http://app.example")))
                .satisfiesExactly(
                        url -> assertThat(url).startsWith("public-url: rollcall.public-url is http://app.example: "),
                        password -> assertThat(password).startsWith("database-password: The database account "));
    }

    @Test
    void leavesOutWhatTheOperatorAccepted() {
        assertThat(problems(Map.of(PUBLIC_URL, "http://app.example", ACCEPT, "public-url,database-password")))
                .isEmpty();
    }

    private static List<String> problems(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(ReadinessConfig.class);
        settings.forEach(builder::withDefaultValue);
        var config = builder.build();
        return new ProductionReadiness(config, config.getConfigMapping(ReadinessConfig.class)).problems();
    }
}
