package dev.rollcall.scim.conformance.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is written by hand: the requirements, the reasons why some of them are proved by no test, and the words
/// before the tables. Cells are separated by `|`, lines that begin with `# ` are comments.
final class RequirementFiles {
    private static final Path FOLDER = Path.of("src", "test", "resources", "conformance");

    private RequirementFiles() {}

    /// The requirements in their order, by id.
    ///
    /// @throws IllegalStateException for a line that cannot be understood, and for an id given twice
    static Map<String, Requirement> requirements() {
        var requirements = new LinkedHashMap<String, Requirement>();
        var section = "";
        for (var line : lines("requirements.txt")) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
                continue;
            }
            var cells = cells(line, 4);
            var requirement = new Requirement(section, cells.get(0), cells.get(1), cells.get(2), cells.get(3));
            if (requirements.put(requirement.id(), requirement) != null) {
                throw new IllegalStateException(requirement.id() + " is there twice");
            }
        }
        return requirements;
    }

    /// Why a requirement is proved by no test, by id.
    static Map<String, String> reasons() {
        var reasons = new LinkedHashMap<String, String>();
        for (var line : lines("not-proved.txt")) {
            var cells = cells(line, 2);
            if (reasons.put(cells.get(0), cells.get(1)) != null) {
                throw new IllegalStateException(cells.get(0) + " is there twice");
            }
        }
        return reasons;
    }

    /// The words before the tables.
    static String introduction() {
        return text("scim-profile-introduction.md");
    }

    private static List<String> lines(String name) {
        var lines = new ArrayList<String>();
        text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .forEach(lines::add);
        return lines;
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, int count) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != count || cells.stream().anyMatch(String::isEmpty)) {
            throw new IllegalStateException("A line has " + count + " cells: " + line);
        }
        return cells;
    }
}
