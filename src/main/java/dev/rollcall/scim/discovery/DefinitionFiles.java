package dev.rollcall.scim.discovery;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.check.DefinitionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JSON files of a directory, in the order of their names, and what is wrong with those that cannot be
/// read. Files in directories below it, hidden ones and those with another ending than `.json` are left alone:
/// that is how Kubernetes mounts a ConfigMap.
///
/// @param problems a sentence for each file that cannot be read
record DefinitionFiles(List<DefinitionFile> files, List<String> problems) {
    private static final String ENDING = ".json";

    DefinitionFiles {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    static DefinitionFiles in(Path directory) {
        var found = new ArrayList<DefinitionFile>();
        var problems = new ArrayList<String>();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(DefinitionFiles::isDefinition).sorted().toList()) {
                read(file, found, problems);
            }
        } catch (IOException _) {
            problems.add("rollcall.schemas.directory: " + directory + " is no directory that can be read");
        }
        return new DefinitionFiles(found, problems);
    }

    private static boolean isDefinition(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".") && !Files.isDirectory(file);
    }

    private static void read(Path file, List<DefinitionFile> found, List<String> problems) {
        var name = file.getFileName().toString();
        try {
            if (JsonReader.read(Files.readAllBytes(file)) instanceof ScimValue.Complex content) {
                found.add(new DefinitionFile(name, content));
            } else {
                problems.add(name + " $: must be a JSON object");
            }
        } catch (ScimException e) {
            problems.add(name + " $: " + String.valueOf(e.getMessage()).replace("The body", "the file"));
        } catch (IOException _) {
            problems.add(name + " $: cannot be read");
        }
    }
}
