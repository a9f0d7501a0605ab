package dev.rollcall.envelope;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The key-encryption keys. Every replica has the same.
@ConfigMapping(prefix = "rollcall.keys")
public interface KeysConfig {

    /// The key that encrypts from now: 32 random bytes in Base64.
    Optional<String> encryptionKey();

    /// A file that holds it instead.
    Optional<Path> encryptionKeyLocation();

    /// Keys that encrypted before.
    Optional<List<String>> previousEncryptionKeys();

    /// Files that hold such keys.
    Optional<List<Path>> previousEncryptionKeyLocations();
}
