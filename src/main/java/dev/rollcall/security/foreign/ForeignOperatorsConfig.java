package dev.rollcall.security.foreign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// The issuer whose tokens open the management API. Every replica has the same settings.
@ConfigMapping(prefix = "rollcall.operators.foreign")
public interface ForeignOperatorsConfig {
    /// The `iss` claim. Without it there is no such issuer.
    Optional<String> issuer();

    /// Where the issuer publishes its keys (RFC 7517 §5).
    Optional<String> jwksUrl();

    /// The `aud` claim, and the only one that a token may have.
    Optional<String> audience();

    /// How far the clock of the issuer may be from ours.
    @WithDefault("1M")
    Duration leeway();

    /// The claim with the scopes: text with spaces between, or an array.
    @WithDefault("scope")
    String scopeClaim();

    /// The claim with the id of the only organization that a token is for.
    Optional<String> organizationClaim();
}
