package dev.rollcall.envelope;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keys that a test gives.
public final class GivenKeys implements KeysConfig {
    private final @Nullable String active;
    private final List<String> previous;

    GivenKeys(@Nullable String active, String... previous) {
        this.active = active;
        this.previous = List.of(previous);
    }

    /// What a service with these keys encrypts with.
    public static Envelopes envelopes(@Nullable String active, String... previous) {
        return new Envelopes(new KeyRing(new GivenKeys(active, previous)));
    }

    @Override
    public Optional<String> encryptionKey() {
        return Optional.ofNullable(active);
    }

    @Override
    public Optional<Path> encryptionKeyLocation() {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> previousEncryptionKeys() {
        return Optional.of(previous);
    }

    @Override
    public Optional<List<Path>> previousEncryptionKeyLocations() {
        return Optional.empty();
    }
}
