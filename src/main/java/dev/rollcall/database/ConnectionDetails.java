package dev.rollcall.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// How another process of the same user reaches a running server; a file of mode 600 while the server runs.
///
/// @param owner the process that started the server and will stop it
record ConnectionDetails(String jdbcUrl, String user, String password, long owner) {

    void write(Path file) throws IOException {
        PrivateFiles.write(file, """
                jdbcUrl=%s
                user=%s
                password=%s
                owner=%d
                """.formatted(jdbcUrl, user, password, owner));
    }

    /// Empty where there is no such file, or one that is not whole.
    static Optional<ConnectionDetails> read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
            return Optional.of(new ConnectionDetails(
                    value(properties, "jdbcUrl"),
                    value(properties, "user"),
                    value(properties, "password"),
                    Long.parseLong(value(properties, "owner"))));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean ownerIsAlive() {
        return ProcessHandle.of(owner).isPresent();
    }

    private static String value(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    /// Without the password.
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
