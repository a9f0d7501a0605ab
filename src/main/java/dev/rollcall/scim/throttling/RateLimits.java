package dev.rollcall.scim.throttling;

import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.startup.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The configured limits. The service does not start with ones that make no sense.
@ApplicationScoped
class RateLimits implements StartCheck {
    private static final String PREFIX = "rollcall.rate-limits";
    private static final int HEX_DIGITS = 32;

    private final boolean enabled;
    private final RateLimit ofOrganizations;
    private final Optional<RateLimit> ofCredentials;
    private final Map<UUID, RateLimit> ofSingleOrganizations = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    RateLimits(RateLimitsConfig config) {
        enabled = config.enabled();
        ofOrganizations = RateLimit.of(
                config.organization().requestsPerSecond(), config.organization().burst());
        problems.addAll(ofOrganizations.problems(PREFIX + ".organization"));
        var credential = config.credential();
        ofCredentials = credential.requestsPerSecond().isPresent()
                ? Optional.of(RateLimit.of(credential.requestsPerSecond().getAsLong(), credential.burst()))
                : Optional.empty();
        ofCredentials.ifPresent(limit -> problems.addAll(limit.problems(PREFIX + ".credential")));
        if (ofCredentials.isEmpty() && credential.burst().isPresent()) {
            problems.add(PREFIX + ".credential.burst is set: set " + PREFIX + ".credential.requests-per-second, too");
        }
        config.organizations().forEach((id, limit) -> {
            var setting = PREFIX + ".organizations.\"" + id + "\"";
            var parsed = RateLimit.of(limit.requestsPerSecond(), limit.burst());
            problems.addAll(parsed.problems(setting));
            identifier(id)
                    .ifPresentOrElse(
                            organization -> ofSingleOrganizations.put(organization, parsed),
                            () -> problems.add(setting + ": between the quotation marks stands the id of an"
                                    + " organization, as 'organization list' shows it"));
        });
    }

    @Override
    public String title() {
        return "Rate limits that make no sense";
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// The buckets that a request of the client is counted in, the narrowest first. A credential has one of its
    /// own only where it may send less than its organization.
    List<BucketKey> of(ProvisioningClient client) {
        if (!enabled) {
            return List.of();
        }
        var limit = ofSingleOrganizations.getOrDefault(client.organizationId(), ofOrganizations);
        var organization =
                new BucketKey(BucketKey.Kind.ORGANIZATION, client.organizationId(), client.organizationId(), limit);
        return ofCredentials
                .filter(own -> !own.isNoLessThan(limit))
                .map(own ->
                        new BucketKey(BucketKey.Kind.CREDENTIAL, client.organizationId(), client.credentialId(), own))
                .map(credential -> List.of(credential, organization))
                .orElseGet(() -> List.of(organization));
    }

    // An environment variable has no hyphens to give.
    private static Optional<UUID> identifier(String text) {
        var digits = text.replaceAll("[-_.]", "");
        if (digits.length() != HEX_DIGITS || !digits.matches("[0-9a-fA-F]*")) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                Long.parseUnsignedLong(digits, 0, HEX_DIGITS / 2, 16),
                Long.parseUnsignedLong(digits, HEX_DIGITS / 2, HEX_DIGITS, 16)));
    }
}
