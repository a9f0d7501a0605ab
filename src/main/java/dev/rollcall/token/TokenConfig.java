package dev.rollcall.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How tokens are made and checked. Every replica has the same settings.
@ConfigMapping(prefix = "rollcall.tokens")
public interface TokenConfig {

    /// The `iss` claim. A token of another issuer is refused.
    @WithDefault("rollcall")
    String issuer();

    /// The `aud` claim. A token for another audience is refused.
    @WithDefault("rollcall-scim")
    String audience();

    /// How long a token lives where its issuing does not say.
    @WithDefault("365D")
    Duration lifetime();

    /// The longest life a token can be given; also how long a retired signing key stays published.
    @WithDefault("731D")
    Duration maximumLifetime();

    /// How long an access token of an OAuth client lives.
    @WithDefault("1H")
    Duration accessTokenLifetime();

    /// How far the clocks of replicas may be apart.
    @WithDefault("5S")
    Duration leeway();

    /// After how long the state of a credential, its connection and its plan is read again. With it, a
    /// revocation reaches every replica within two seconds.
    @WithDefault("1.5S")
    Duration statusRefresh();

    /// How many checked tokens each replica remembers.
    @WithDefault("10000")
    long cacheSize();

    /// A PEM file with a PKCS #8 private key, P-256 or RSA, that signs instead of the key in the database.
    Optional<Path> signingKeyLocation();
}
