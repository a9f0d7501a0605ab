package dev.rollcall.security.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Where people sign in, and what the claims about them mean. Every replica has the same settings.
@ConfigMapping(prefix = "rollcall.sign-in")
public interface SignInConfig {
    /// Whether people can sign in.
    @WithDefault("false")
    boolean enabled();

    /// The URL of the identity provider, below which its metadata are.
    Optional<String> issuer();

    /// As the identity provider knows this service.
    Optional<String> clientId();

    /// What proves that to the identity provider.
    Optional<String> clientSecret();

    /// The claim with the name or the id of an organization.
    @WithDefault("organization")
    String organizationClaim();

    /// The claim with the roles: one, or an array.
    @WithDefault("roles")
    String roleClaim();

    /// The role that makes an org admin.
    @WithDefault("rollcall-admin")
    String adminRole();

    /// The path at which the browser is when the person has signed in.
    @WithDefault("/console")
    String after();
}
