package dev.rollcall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The texts of the page are whole in each language, and there is one for whatever the page says.
class TextsTest {
    private static final Path PAGE = Path.of("src", "console", "page");
    private static final Pattern ENTRY = Pattern.compile(
            "^ {2}'?([\\w.-]+)'?: (.*?)(?=^ {2}'?[\\w.-]+'?: |^ {2}//|^};)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern USED = Pattern.compile("\\bt\\('([\\w.-]+)'");
    private static final Pattern ADVICE = Pattern.compile("\\b(kind|field): '(\\w+)'");
    private static final Pattern ACTION = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");
    private static final Pattern NOTED = Pattern.compile("action\\.([a-z-]+\\.[a-z-]+)");

    @Test
    void bothLanguagesHaveTheSameTextsOnce() {
        var english = keys("en");
        var german = keys("de");

        assertThat(english).doesNotHaveDuplicates().hasSizeGreaterThan(400);
        assertThat(german).doesNotHaveDuplicates();
        assertThat(german).containsExactlyInAnyOrderElementsOf(english);
    }

    @Test
    void theSameValuesStandInBoth() {
        var english = texts("en");
        var german = texts("de");

        english.forEach((key, text) ->
                assertThat(values(german.getOrDefault(key, ""))).as(key).isEqualTo(values(text)));
    }

    @Test
    void whateverThePageSaysHasAText() {
        var used = new TreeSet<String>();
        for (var source : sources()) {
            var found = USED.matcher(source);
            while (found.find()) {
                used.add(found.group(1));
            }
        }

        var advised = ADVICE.matcher(read(PAGE.resolve("advice.js")));
        while (advised.find()) {
            used.add("advice." + (advised.group(1).equals("field") ? "other." : "") + advised.group(2));
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(texts("en").keySet()).containsAll(used);
    }

    @Test
    void everyActionOfTheAuditHasAText() throws IOException {
        var told = new TreeSet<String>();
        var found = NOTED.matcher(read(PAGE.resolve("texts").resolve("en.js")));
        while (found.find()) {
            told.add(found.group(1));
        }
        var kinds = told.stream().map(action -> action.split("\\.", -1)[0]).collect(Collectors.toSet());
        var noted = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var text = read(file);
                if (text.contains("dev.rollcall.audit.Change;")) {
                    noted.addAll(actions(text, kinds));
                }
            }
        }

        assertThat(noted).isNotEmpty();
        assertThat(told).containsAll(noted);
    }

    private static Set<String> actions(String text, Set<String> kinds) {
        var actions = new TreeSet<String>();
        var found = ACTION.matcher(text);
        while (found.find()) {
            if (kinds.contains(found.group(1).split("\\.", -1)[0])) {
                actions.add(found.group(1));
            }
        }
        return actions;
    }

    private static List<String> keys(String language) {
        var keys = new ArrayList<String>();
        var found = ENTRY.matcher(read(PAGE.resolve("texts").resolve(language + ".js")));
        while (found.find()) {
            keys.add(found.group(1));
        }
        return keys;
    }

    private static Map<String, String> texts(String language) {
        var texts = new TreeMap<String, String>();
        var found = ENTRY.matcher(read(PAGE.resolve("texts").resolve(language + ".js")));
        while (found.find()) {
            texts.put(found.group(1), found.group(2));
        }
        return texts;
    }

    private static Set<String> values(String text) {
        var values = new TreeSet<String>();
        var found = VALUE.matcher(text);
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }

    private static List<String> sources() {
        try (var files = Files.walk(PAGE)) {
            return files.filter(path ->
                            path.toString().endsWith(".js") && !path.toString().contains("texts"))
                    .map(TextsTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
