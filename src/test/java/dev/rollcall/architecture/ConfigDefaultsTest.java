package dev.rollcall.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// A setting's default is part of what operators rely on: the code and the table in `docs/configuration.md` say
/// the same, so changing one without the other, or without meaning to, fails here.
class ConfigDefaultsTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    /// What stands for a default that is no value but a sentence, such as "from the request".
    private static final String NO_VALUE = "(none)";

    private static final Pattern READ_BY_CODE = Pattern.compile("get\\w*Values?\\(\\s*\"(rollcall\\.[^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("`([^`]*)`");

    @Test
    void theTableHasEveryKeyWithItsDefaultAndNoOther() throws IOException {
        var inTheTable = rows().stream()
                .collect(toMap(row -> code(row.get(0)), row -> code(row.get(2)), (a, _) -> a, TreeMap::new));

        assertThat(inTheTable).containsExactlyInAnyOrderEntriesOf(inTheCode());
    }

    @Test
    void theTableHasTheVariableOfEachKey() throws IOException {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(code(row.get(1)))
                        .isEqualTo(code(row.get(0))
                                .replaceAll("[{}]", "")
                                .replaceAll("[^a-z0-9]", "_")
                                .toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> inTheCode() throws IOException {
        var found = new TreeMap<String, String>();
        for (var type : MAIN) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                var prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
                addMapping(prefix, type.reflect(), found);
            }
            for (var codeUnit : type.getCodeUnits()) {
                for (var parameter : codeUnit.getParameters()) {
                    parameter.tryGetAnnotationOfType(ConfigProperty.class).ifPresent(property -> add(property, found));
                }
            }
        }
        addWhatCodeReads(found);
        return found;
    }

    private static void addMapping(String prefix, Class<?> mapping, Map<String, String> found) {
        for (var method : mapping.getMethods()) {
            var key = method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + "." + name(method);
            var type = method.getReturnType();
            if (type.isInterface() && type.getName().startsWith("dev.rollcall.")) {
                addMapping(key, type, found);
            } else if (type == Map.class
                    && method.getGenericReturnType() instanceof ParameterizedType map
                    && map.getActualTypeArguments()[1] instanceof Class<?> ofOne) {
                addMapping(key + ".\"{id}\"", ofOne, found);
            } else {
                var preset = method.getAnnotation(WithDefault.class);
                found.put(key, preset == null ? NO_VALUE : preset.value());
            }
        }
    }

    private static String name(Method method) {
        var given = method.getAnnotation(WithName.class);
        return given == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : given.value();
    }

    private static void add(ConfigProperty property, Map<String, String> found) {
        if (property.name().startsWith("rollcall.")) {
            var preset = property.defaultValue();
            found.put(property.name(), preset.equals(ConfigProperty.UNCONFIGURED_VALUE) ? NO_VALUE : preset);
        }
    }

    /// What is needed before there is anything to inject.
    private static void addWhatCodeReads(Map<String, String> found) throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                READ_BY_CODE
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(read -> found.putIfAbsent(read.group(1), NO_VALUE));
            }
        }
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(Path.of("docs", "configuration.md")).stream()
                .filter(line -> line.startsWith("| `rollcall."))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static String code(String cell) {
        var value = VALUE.matcher(cell);
        return value.matches() ? value.group(1) : NO_VALUE;
    }
}
