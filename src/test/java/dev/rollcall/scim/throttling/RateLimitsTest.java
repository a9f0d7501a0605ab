package dev.rollcall.scim.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.connection.credential.Scope;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.throttling.BucketKey.Kind;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RateLimitsTest {
    private static final UUID ORGANIZATION = UUID.fromString("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001");
    private static final UUID CREDENTIAL = UUID.fromString("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0002");
    private static final ProvisioningClient CLIENT = new ProvisioningClient(
            ORGANIZATION,
            UUID.randomUUID(),
            CREDENTIAL,
            Tolerances.of(ConformanceMode.COMPATIBLE),
            Set.of(Scope.READ),
            null);

    @Test
    void countsARequestForItsOrganizationOnly() {
        assertThat(new RateLimits(Limits.of(100, 1000)).of(CLIENT))
                .containsExactly(
                        new BucketKey(Kind.ORGANIZATION, ORGANIZATION, ORGANIZATION, new RateLimit(100, 1000)));
    }

    @Test
    void countsItForACredentialThatMaySendLessFirst() {
        var limits = Limits.of(100, 1000).withCredential(OptionalLong.of(20), OptionalLong.empty());

        assertThat(new RateLimits(limits).of(CLIENT))
                .extracting(BucketKey::kind, BucketKey::subject, BucketKey::limit)
                .containsExactly(
                        tuple(Kind.CREDENTIAL, CREDENTIAL, new RateLimit(20, 200)),
                        tuple(Kind.ORGANIZATION, ORGANIZATION, new RateLimit(100, 1000)));
    }

    @Test
    void countsACredentialThatMaySendAsMuchAsItsOrganizationWithIt() {
        var limits = Limits.of(100, 1000).withCredential(OptionalLong.of(100), OptionalLong.of(1000));

        assertThat(new RateLimits(limits).of(CLIENT)).hasSize(1);
    }

    @Test
    void countsNothingWhereItIsTurnedOff() {
        assertThat(new RateLimits(Limits.of(1, 1).turnedOff()).of(CLIENT)).isEmpty();
    }

    @Test
    void givesTenSecondsWorthAtOnceUnlessToldOtherwise() {
        assertThat(new RateLimits(Limits.of(30, 0).withBurst(OptionalLong.empty()))
                        .of(CLIENT)
                        .getFirst()
                        .limit())
                .isEqualTo(new RateLimit(30, 300));
    }

    @ParameterizedTest
    @CsvSource({"0199aaaa-bbbb-7ccc-8ddd-eeeeffff0001", "0199AAAA_BBBB_7CCC_8DDD_EEEEFFFF0001"})
    void knowsTheLimitOfASingleOrganizationHoweverItsIdIsWritten(String id) {
        assertThat(new RateLimits(Limits.of(100, 1000).with(id, 5, 7))
                        .of(CLIENT)
                        .getFirst()
                        .limit())
                .isEqualTo(new RateLimit(5, 7));
    }

    @Test
    void takesTheLimitOfASingleOrganizationFromTheEnvironment() {
        var variables = Map.of(
                "ROLLCALL_RATE_LIMITS_ORGANIZATIONS__0199AAAA_BBBB_7CCC_8DDD_EEEEFFFF0001__REQUESTS_PER_SECOND", "7",
                "ROLLCALL_RATE_LIMITS_ORGANIZATIONS__0199AAAA_BBBB_7CCC_8DDD_EEEEFFFF0001__BURST", "9");
        var settings = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(variables, 300))
                .addDiscoveredConverters()
                .withMapping(RateLimitsConfig.class)
                .build()
                .getConfigMapping(RateLimitsConfig.class);

        var limits = new RateLimits(settings);

        assertThat(limits.problems()).isEmpty();
        assertThat(limits.of(CLIENT).getFirst().limit()).isEqualTo(new RateLimit(7, 9));
    }

    static Stream<Arguments> senseless() {
        var good = Limits.of(100, 1000);
        return Stream.of(
                arguments(Limits.of(0, 10), "rollcall.rate-limits.organization.requests-per-second is 0"),
                arguments(Limits.of(-5, 10), "rollcall.rate-limits.organization.requests-per-second is -5"),
                arguments(Limits.of(2_000_000, 2_000_000), "rollcall.rate-limits.organization.requests-per-second"),
                arguments(Limits.of(Long.MAX_VALUE, 1).withBurst(OptionalLong.empty()), "requests-per-second"),
                arguments(Limits.of(100, 99), "rollcall.rate-limits.organization.burst is 99"),
                arguments(Limits.of(1, 10_000_001), "rollcall.rate-limits.organization.burst is 10000001"),
                arguments(
                        good.withCredential(OptionalLong.of(0), OptionalLong.empty()),
                        "rollcall.rate-limits.credential.requests-per-second is 0"),
                arguments(
                        good.withCredential(OptionalLong.empty(), OptionalLong.of(5)),
                        "rollcall.rate-limits.credential.burst is set"),
                arguments(good.with("acme", 1, 1), "rollcall.rate-limits.organizations.\"acme\": "),
                arguments(
                        good.with(ORGANIZATION.toString(), 0, 1),
                        "rollcall.rate-limits.organizations.\"" + ORGANIZATION + "\".requests-per-second is 0"));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void doesNotStartWithLimitsThatMakeNoSense(Limits settings, String problem) {
        var limits = new RateLimits(settings);

        assertThat(limits.problems()).singleElement().asString().contains(problem);
    }

    @Test
    void startsWithTheDefaults() {
        var limits = new RateLimits(Limits.of(100, 1000).withBurst(OptionalLong.empty()));

        assertThat(limits.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 50", "100, 5", "39, 1", "1, 1"})
    void letsAReplicaKeepATwentiethOfTheBurstToItself(long burst, long unsettled) {
        assertThat(new RateLimit(1, burst).unsettled()).isEqualTo(unsettled);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 1", "1000, 500, 500", "1000, 501, 500", "1000, 5000, 500", "1, 10, 1"})
    void asksForHalfTheBurstAtMost(long burst, long weight, long required) {
        assertThat(new RateLimit(1, burst).required(weight)).isEqualTo(required);
    }
}
