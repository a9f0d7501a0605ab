package dev.rollcall.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnsafeSettingTest {
    private static final String PUBLIC_URL = "rollcall.public-url";
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String PROXIES = "quarkus.http.proxy.trusted-proxies";
    private static final String PASSWORD = "quarkus.datasource.password";

    static Stream<Arguments> settings() {
        return Stream.of(
                arguments(UnsafeSetting.PUBLIC_URL, Map.of(), true),
                arguments(UnsafeSetting.PUBLIC_URL, Map.of(PUBLIC_URL, "https://app.example/"), true),
                arguments(UnsafeSetting.PUBLIC_URL, Map.of(PUBLIC_URL, "http://localhost:8080"), true),
                arguments(UnsafeSetting.PUBLIC_URL, Map.of(PUBLIC_URL, "http://app.example"), false),
                arguments(UnsafeSetting.PUBLIC_URL, Map.of(PUBLIC_URL, "app.example"), false),
                arguments(UnsafeSetting.PUBLIC_URL, Map.of(PUBLIC_URL, "https://a b"), false),
                arguments(UnsafeSetting.TRUSTED_PROXIES, Map.of(), true),
                arguments(UnsafeSetting.TRUSTED_PROXIES, Map.of(FORWARDING, "true"), false),
                arguments(UnsafeSetting.TRUSTED_PROXIES, Map.of(FORWARDING, "true", PROXIES, "10.0.0.0/8"), true),
                arguments(UnsafeSetting.DATABASE_PASSWORD, Map.of(), false),
                arguments(UnsafeSetting.DATABASE_PASSWORD, Map.of(PASSWORD, "x"), true),
                arguments(UnsafeSetting.ENCRYPTION_KEY, Map.of(), false),
                arguments(UnsafeSetting.ENCRYPTION_KEY, Map.of("rollcall.embedded-database", "true"), true),
                arguments(UnsafeSetting.ENCRYPTION_KEY, Map.of("rollcall.keys.encryption-key", "x"), true),
                arguments(UnsafeSetting.ENCRYPTION_KEY, Map.of("rollcall.keys.encryption-key-location", "x"), true));
    }

    @ParameterizedTest(name = "{0} with {1}: safe is {2}")
    @MethodSource("settings")
    void knowsWhatIsUnsafe(UnsafeSetting setting, Map<String, String> values, boolean safe) {
        var builder = new SmallRyeConfigBuilder();
        values.forEach(builder::withDefaultValue);
        assertThat(setting.finding(builder.build()).isEmpty()).isEqualTo(safe);
    }
}
