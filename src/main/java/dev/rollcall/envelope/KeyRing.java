package dev.rollcall.envelope;

import dev.rollcall.startup.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The key-encryption keys that are given. The service does not start with one that is none.
@ApplicationScoped
class KeyRing implements StartCheck {
    private static final String PREFIX = "rollcall.keys.";

    private final List<String> problems = new ArrayList<>();
    private final Optional<KeyEncryptionKey> active;
    private final Map<String, KeyEncryptionKey> all = new HashMap<>();

    KeyRing(KeysConfig config) {
        if (config.encryptionKey().isPresent() && config.encryptionKeyLocation().isPresent()) {
            problems.add(PREFIX + "encryption-key and " + PREFIX + "encryption-key-location are both set: set one");
        }
        active = config.encryptionKey()
                .flatMap(text -> parsed("encryption-key", text))
                .or(() -> config.encryptionKeyLocation().flatMap(file -> read("encryption-key-location", file)));
        active.ifPresent(this::add);
        config.previousEncryptionKeys()
                .orElse(List.of())
                .forEach(text -> parsed("previous-encryption-keys", text).ifPresent(this::add));
        config.previousEncryptionKeyLocations()
                .orElse(List.of())
                .forEach(file -> read("previous-encryption-key-locations", file).ifPresent(this::add));
    }

    private void add(KeyEncryptionKey key) {
        all.put(key.id(), key);
    }

    private Optional<KeyEncryptionKey> read(String setting, Path file) {
        try {
            return parsed(setting, Files.readString(file));
        } catch (IOException _) {
            problems.add(PREFIX + setting + ": the file " + file + " cannot be read");
            return Optional.empty();
        }
    }

    private Optional<KeyEncryptionKey> parsed(String setting, String text) {
        try {
            return Optional.of(KeyEncryptionKey.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(PREFIX + setting + " " + e.getMessage()
                    + ": it is 32 random bytes in Base64, as 'openssl rand -base64 32' makes them");
            return Optional.empty();
        }
    }

    @Override
    public String title() {
        return "Key-encryption keys that are none";
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /// The one that encrypts from now, if any is given.
    Optional<KeyEncryptionKey> active() {
        return active;
    }

    Optional<KeyEncryptionKey> find(String id) {
        return Optional.ofNullable(all.get(id));
    }
}
