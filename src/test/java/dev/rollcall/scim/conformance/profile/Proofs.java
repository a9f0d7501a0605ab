package dev.rollcall.scim.conformance.profile;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.conformance.scenario.ScenarioFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Finds which scenarios and tests name which requirement. Tests are read as source text, so that nothing has
/// to be loaded for it.
final class Proofs {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final String RESOURCES = "src/test/resources/";

    private Proofs() {}

    /// The proofs by the id of the requirement, in the order of both.
    static Map<String, SortedSet<Proof>> byRequirement() {
        var proofs = new TreeMap<String, SortedSet<Proof>>();
        for (var scenario : ScenarioFiles.all()) {
            var proof = new Proof(scenario.id(), RESOURCES + scenario.file());
            scenario.requirements().forEach(id -> add(proofs, id, proof));
        }
        addTests(proofs);
        return proofs;
    }

    private static void addTests(Map<String, SortedSet<Proof>> proofs) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources());
            for (var unit : ((JavacTask) compiler.getTask(null, files, null, null, null, units)).parse()) {
                var file = Path.of(unit.getSourceFile().getName());
                var name = String.valueOf(file.getFileName()).replaceFirst("\\.java$", "");
                var proof = new Proof(name, file.toString().replace('\\', '/'));
                var ids = new ArrayList<String>();
                new Annotations().scan(unit, ids);
                ids.forEach(id -> add(proofs, id, proof));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static void add(Map<String, SortedSet<Proof>> proofs, String id, Proof proof) {
        proofs.computeIfAbsent(id, _ -> new TreeSet<>()).add(proof);
    }

    /// Adds the ids of every {@link Proves}.
    private static final class Annotations extends TreeScanner<@Nullable Void, List<String>> {

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, List<String> found) {
            if (annotation.getAnnotationType().toString().equals(Proves.class.getSimpleName())) {
                new Literals().scan(annotation.getArguments(), found);
            }
            return null;
        }
    }

    private static final class Literals extends TreeScanner<@Nullable Void, List<String>> {

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, List<String> found) {
            found.add(String.valueOf(literal.getValue()));
            return null;
        }
    }
}
