package dev.rollcall.scim.conformance.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The scenario files of this project. All of them are run: there is no list to forget one in, but a list of
/// those that must be there.
public final class ScenarioFiles {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final List<String> FOLDERS = List.of("interop", "conformance");
    private static final Path REQUIRED = RESOURCES.resolve("conformance").resolve("required.txt");

    private ScenarioFiles() {}

    /// All of them, in the order of their names.
    ///
    /// @throws IllegalStateException if a file cannot be understood, an id is taken twice or a required one is
    /// missing
    public static List<Scenario> all() {
        var scenarios = FOLDERS.stream()
                .flatMap(folder -> files(RESOURCES.resolve(folder)).stream())
                .map(ScenarioFiles::read)
                .toList();
        refuseTwice(scenarios);
        refuseMissing(scenarios.stream().map(Scenario::id).collect(Collectors.toSet()));
        return scenarios;
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            return ScenarioReader.read(RESOURCES.relativize(file).toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static void refuseTwice(List<Scenario> scenarios) {
        var files = new HashMap<String, String>();
        for (var scenario : scenarios) {
            var other = files.put(scenario.id(), scenario.file());
            if (other != null) {
                throw new IllegalStateException("Id " + scenario.id() + " is in " + other + " and " + scenario.file());
            }
        }
    }

    private static void refuseMissing(Set<String> ids) {
        try {
            var missing = Files.readAllLines(REQUIRED, StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(id -> !ids.contains(id))
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("Required scenarios without a file: " + missing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
