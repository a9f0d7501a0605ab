package dev.rollcall.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConventionsTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_TEST_CLASS = 600;
    private static final int LONGEST_METHOD = 60;
    private static final int LARGEST_PACKAGE = 25;
    private static final int LARGEST_PACKAGE_WITH_A_REASON = 35;

    private static final Map<String, String> REASONS_FOR_LARGE_PACKAGES = Map.of(
            "dev.rollcall.scim.schema", "RFC 7643 as values is one vocabulary, which everything else speaks",
            "dev.rollcall.scim.patch", "each kind of operation and of target is a small class of one pure function");

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public [a-z -]*(class|interface|@interface|record|enum) ", Pattern.MULTILINE);
    // Put together, so that these lines are not what they look for.
    private static final Pattern OPEN_END = Pattern.compile("\\b(TO" + "DO\\b(?!\\(#\\d+\\): )|FIX" + "ME\\b)");
    private static final Pattern SOMEONES_HOME =
            Pattern.compile("/ho" + "me/(?!linuxbrew/|b\\b)|/ro" + "ot/|\\\\Us" + "ers\\\\");
    private static final Pattern REGISTRY = Pattern.compile(
            "(repo1?|repository|central|registry|oss|plugins)\\.(maven|apache|sonatype|npmjs|gradle|docker)\\."
                    + "|(maven|npmjs|jfrog|sonatype)\\.(apache\\.)?(or" + "g|co" + "m|io)/");

    @Test
    void filesAreShort() throws IOException {
        assertThat(sources(MAIN))
                .filteredOn(file -> lines(file).size() > LONGEST_FILE)
                .isEmpty();
        assertThat(sources(TESTS))
                .filteredOn(file -> lines(file).size() > (isTest(file) ? LONGEST_TEST_CLASS : LONGEST_FILE))
                .isEmpty();
    }

    @Test
    void packagesAreSmall() throws IOException {
        var types = sources(MAIN).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(ConventionsTest::packageOf, Collectors.summingInt(_ -> 1)));

        assertThat(types).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(mostIn(name)));
        assertThat(types).containsKeys(REASONS_FOR_LARGE_PACKAGES.keySet().toArray(String[]::new));
    }

    private static int mostIn(String name) {
        return REASONS_FOR_LARGE_PACKAGES.containsKey(name) ? LARGEST_PACKAGE_WITH_A_REASON : LARGEST_PACKAGE;
    }

    // One top-level type a file.
    private static String packageOf(Path file) {
        return String.valueOf(MAIN.relativize(file).getParent()).replace('/', '.');
    }

    @Test
    void methodsAreShort() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(sources(MAIN));
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            var found = new ArrayList<String>();
            var scanner = new LargeMethods(Trees.instance(task).getSourcePositions());
            for (var unit : task.parse()) {
                scanner.scan(unit, found);
            }
            assertThat(found).isEmpty();
        }
    }

    @Test
    void everyPackageSaysWhatItOwnsAndIsNullMarked() throws IOException {
        var packages = sources(MAIN).stream().map(Path::getParent).distinct().toList();

        assertThat(packages)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .startsWith("/// ")
                        .contains("\n@NullMarked\n"));
    }

    @Test
    void everyPublicTypeSaysWhatItPromises() throws IOException {
        assertThat(sources(MAIN, TESTS))
                .filteredOn(file -> isWithoutPromise(text(file)))
                .isEmpty();
    }

    @Test
    void whatIsLeftOpenNamesItsIssue() throws IOException {
        assertThat(linesWith(OPEN_END.asPredicate())).isEmpty();
    }

    @Test
    void nothingNamesSomeonesFolderOrARegistry() throws IOException {
        assertThat(linesWith(SOMEONES_HOME.asPredicate())).isEmpty();
        assertThat(linesWith(REGISTRY.asPredicate())).isEmpty();
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith("Test.java") || file.toString().endsWith("IT.java");
    }

    private static boolean isWithoutPromise(String source) {
        var declaration = PUBLIC_TYPE.matcher(source);
        if (!declaration.find()) {
            return false;
        }
        var before = source.substring(0, declaration.start());
        return !before.substring(before.lastIndexOf("\nimport ") + 1).contains("\n/// ");
    }

    private static List<String> linesWith(Predicate<String> forbidden) throws IOException {
        return sources(MAIN, TESTS).stream()
                .flatMap(file -> lines(file).stream().filter(forbidden).map(line -> file + ": " + line.strip()))
                .toList();
    }

    private static List<Path> sources(Path... roots) throws IOException {
        var sources = new ArrayList<Path>();
        for (var root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds the methods that are too long, measured without their documentation.
    private static final class LargeMethods extends TreePathScanner<@Nullable Void, List<String>> {
        private final SourcePositions positions;

        private LargeMethods(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, List<String> found) {
            if (length(method) > LONGEST_METHOD) {
                var file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
                found.add(file + ": " + method.getName() + " has " + length(method) + " lines");
            }
            return super.visitMethod(method, found);
        }

        private long length(MethodTree method) {
            var unit = getCurrentPath().getCompilationUnit();
            var lines = unit.getLineMap();
            return lines.getLineNumber(positions.getEndPosition(unit, method))
                    - lines.getLineNumber(positions.getStartPosition(unit, method))
                    + 1;
        }
    }
}
