package dev.rollcall.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The Dockerfiles.
final class ContainerFiles {
    /// The user that the images and the manifests agree on.
    static final long USER = 10001;

    private ContainerFiles() {}

    /// One Dockerfile: its instructions, each on one line, and its comments.
    record ContainerFile(Path path, List<String> lines) {
        /// What follows the instruction's name, for every instruction of that name.
        List<String> all(String instruction) {
            return lines.stream()
                    .filter(line -> line.startsWith(instruction + " "))
                    .map(line -> line.substring(instruction.length() + 1))
                    .toList();
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    static List<ContainerFile> all() {
        return List.of(read("Dockerfile.jvm"), read("Dockerfile.native"));
    }

    private static ContainerFile read(String name) {
        var path = Path.of("src/main/docker", name);
        try {
            var text = Files.readString(path).replace("\\\n", " ");
            return new ContainerFile(path, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
