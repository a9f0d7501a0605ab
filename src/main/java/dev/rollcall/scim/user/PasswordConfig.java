package dev.rollcall.scim.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What is asked of passwords that clients set.
@ConfigMapping(prefix = "rollcall.password")
public interface PasswordConfig {
    /// The fewest characters of a password, where a connection does not forgive short ones. With 1 any will do.
    @WithDefault("1")
    int minLength();
}
