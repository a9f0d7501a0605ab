package dev.rollcall.scim.throttling;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/// Settings as a test needs them.
record Limits(boolean enabled, One organization, ForCredentials credential, Map<String, ForOne> organizations)
        implements RateLimitsConfig {

    static Limits of(long perSecond, long burst) {
        return new Limits(
                true,
                new One(perSecond, OptionalLong.of(burst)),
                new Own(OptionalLong.empty(), OptionalLong.empty()),
                Map.of());
    }

    Limits withBurst(OptionalLong burst) {
        return new Limits(enabled, new One(organization.requestsPerSecond, burst), credential, organizations);
    }

    Limits withCredential(OptionalLong perSecond, OptionalLong burst) {
        return new Limits(enabled, organization, new Own(perSecond, burst), organizations);
    }

    Limits with(String organizationId, long perSecond, long burst) {
        return new Limits(
                enabled, organization, credential, Map.of(organizationId, new One(perSecond, OptionalLong.of(burst))));
    }

    Limits turnedOff() {
        return new Limits(false, organization, credential, organizations);
    }

    @Override
    public Weights weights() {
        return new Weighed(new MemorySize(BigInteger.valueOf(64 * 1024)), Duration.ofMillis(100));
    }

    record Weighed(MemorySize bodySize, Duration scanTime) implements Weights {}

    record One(long requestsPerSecond, OptionalLong burst) implements ForOrganizations, ForOne {}

    record Own(OptionalLong requestsPerSecond, OptionalLong burst) implements ForCredentials {}
}
