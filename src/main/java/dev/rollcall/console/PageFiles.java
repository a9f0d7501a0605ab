package dev.rollcall.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of the page, as the build has packed them.
@ApplicationScoped
class PageFiles {
    private static final String FOLDER = "/console/";

    private final String version;
    private final Set<String> names;

    PageFiles() {
        var lines = List.of(new String(content("files.txt"), StandardCharsets.UTF_8).split("\\R"));
        version = lines.getFirst();
        names = Set.copyOf(lines.subList(1, lines.size()));
    }

    /// What changes whenever any of the files does.
    String version() {
        return version;
    }

    /// A file.
    ///
    /// @param name with its folders, such as `parts/copy.js`
    /// @param compressed whether as gzip
    Optional<byte[]> find(String name, boolean compressed) {
        return names.contains(name) ? Optional.of(content(compressed ? name + ".gz" : name)) : Optional.empty();
    }

    private static byte[] content(String name) {
        try (var in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The page was not packed: there is no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
