package dev.rollcall.firstrun;

import dev.rollcall.database.PrivateFiles;
import dev.rollcall.database.StandardDirectories;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// `first-run.json` in the data directory, readable by its owner only. It is written in two steps, around the
/// commit of what it tells: as a draft before, under its own name after. So a process that dies between them
/// leaves a draft with the token, and the next start can tell from the database whether the token was ever
/// issued.
@ApplicationScoped
class FirstRunFile {
    private final Path directory;

    /// @param dataDir where the file is written; otherwise the user's data directory
    FirstRunFile(@ConfigProperty(name = "rollcall.data-dir") Optional<String> dataDir) {
        directory = StandardDirectories.ofThisUser().data(dataDir);
    }

    Path path() {
        return directory.resolve("first-run.json");
    }

    private Path draft() {
        return directory.resolve("first-run.json.draft");
    }

    void writeDraft(FirstRunValues values) {
        try {
            PrivateFiles.createDirectories(directory);
            PrivateFiles.write(draft(), values.toText());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into the data directory " + directory, e);
        }
    }

    /// The draft that an earlier start has left, if it can be read.
    Optional<FirstRunValues> readDraft() {
        if (!Files.exists(draft())) {
            return Optional.empty();
        }
        try {
            return JsonReader.read(Files.readAllBytes(draft())) instanceof ScimValue.Complex members
                    ? Optional.of(FirstRunValues.of(members))
                    : Optional.empty();
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    void publishDraft() {
        try {
            Files.move(draft(), path(), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another replica on the same directory may have recovered it in the meantime.
            if (!Files.exists(path())) {
                throw new UncheckedIOException("Cannot write " + path(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path(), e);
        }
    }

    void deleteDraft() {
        try {
            Files.deleteIfExists(draft());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + draft(), e);
        }
    }
}
