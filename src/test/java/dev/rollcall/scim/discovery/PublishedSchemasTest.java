package dev.rollcall.scim.discovery;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// The definitions as they are served, but for `meta`: they hold what the RFC publishes, and nothing that it
/// does not allow.
class PublishedSchemasTest {
    private static final Path DEFINITIONS = Path.of("src", "main", "resources", "scim", "schemas");
    private static final Path TABLE = Path.of("src", "test", "resources", "rfc", "attributes.txt");

    private static final Map<String, Set<String>> KEYWORDS = Map.of(
            "type",
            Set.of("string", "boolean", "decimal", "integer", "dateTime", "reference", "binary", "complex"),
            "mutability",
            Set.of("readOnly", "readWrite", "immutable", "writeOnly"),
            "returned",
            Set.of("always", "never", "default", "request"),
            "uniqueness",
            Set.of("none", "server", "global"));

    @Test
    @Proves({"US-001", "EN-001", "GR-001"})
    void theResourceSchemasAreThoseOfTheRfc() throws IOException {
        var published = new LinkedHashMap<String, String>();
        for (var schema : definitions()) {
            published.put(text(schema, "id"), table(schema));
        }

        assertThat(published).containsAllEntriesOf(expected());
    }

    @Test
    @Proves("DI-013")
    void attributesAreDefinedByTheWordsOfTheRfc() throws IOException {
        for (var schema : definitions()) {
            everyAttribute(
                    schema,
                    (where, attribute) -> KEYWORDS.forEach((member, keywords) -> {
                        if (attribute.find(member) != null) {
                            assertThat(keywords).as(where + " " + member).contains(text(attribute, member));
                        }
                    }));
        }
    }

    @Test
    @Proves({"DI-013", "AT-010"})
    void whatATypeDoesNotHaveIsNotSaidOfIt() throws IOException {
        for (var schema : definitions()) {
            everyAttribute(schema, (where, attribute) -> {
                var type = text(attribute, "type");
                if (type.equals("complex") || type.equals("binary")) {
                    assertThat(attribute.find("uniqueness")).as(where).isNull();
                }
                if (type.equals("complex")) {
                    assertThat(attribute.find("caseExact")).as(where).isNull();
                } else {
                    assertThat(attribute.find("subAttributes")).as(where).isNull();
                }
                assertThat(attribute.find("referenceTypes") instanceof ScimValue.MultiValued)
                        .as(where + " referenceTypes")
                        .isEqualTo(type.equals("reference"));
            });
        }
    }

    @Test
    @Proves({"DI-012", "AT-010"})
    void everySchemaHasANameAndAttributesThatDoNotNestTwice() throws IOException {
        for (var schema : definitions()) {
            var id = text(schema, "id");
            assertThat(text(schema, "name")).as(id).isNotBlank();
            // The schema of schemas is the only one of which it is true that sub-attributes have sub-attributes.
            if (!id.equals("urn:ietf:params:scim:schemas:core:2.0:Schema")) {
                everyAttribute(schema, (where, attribute) -> {
                    if (where.indexOf('.') >= 0) {
                        assertThat(text(attribute, "type")).as(id + ":" + where).isNotEqualTo("complex");
                    }
                });
            }
        }
    }

    private static Map<String, String> expected() throws IOException {
        var tables = new LinkedHashMap<String, List<String>>();
        var rows = new ArrayList<String>();
        for (var line : Files.readAllLines(TABLE)) {
            if (line.startsWith("## ")) {
                rows = new ArrayList<>();
                tables.put(line.substring(3), rows);
            } else if (!line.isBlank() && !line.startsWith("# ")) {
                rows.add(line);
            }
        }
        var expected = new LinkedHashMap<String, String>();
        tables.forEach((urn, lines) -> expected.put(urn, String.join("\n", lines)));
        return expected;
    }

    private static String table(ScimValue.Complex schema) {
        var rows = new ArrayList<String>();
        everyAttribute(
                schema,
                (where, attribute) -> rows.add(String.join(
                        " | ",
                        where,
                        text(attribute, "type"),
                        flag(attribute, "multiValued"),
                        flag(attribute, "required"),
                        flag(attribute, "caseExact"),
                        text(attribute, "mutability"),
                        text(attribute, "returned"),
                        text(attribute, "uniqueness"),
                        words(attribute))));
        return String.join("\n", rows);
    }

    private static void everyAttribute(ScimValue.Complex schema, BiConsumer<String, ScimValue.Complex> check) {
        objects(schema, "attributes").forEach(attribute -> visit("", attribute, check));
    }

    private static void visit(String above, ScimValue.Complex attribute, BiConsumer<String, ScimValue.Complex> check) {
        var where = above + text(attribute, "name");
        check.accept(where, attribute);
        objects(attribute, "subAttributes").forEach(sub -> visit(where + ".", sub, check));
    }

    private static String text(ScimValue.Complex definition, String member) {
        return definition.find(member) instanceof ScimValue.Text(var text) ? text : "-";
    }

    private static String flag(ScimValue.Complex definition, String member) {
        return definition.find(member) instanceof ScimValue.Bool(var flag) ? (flag ? "yes" : "no") : "-";
    }

    private static String words(ScimValue.Complex attribute) {
        var member = attribute.find("referenceTypes") == null ? "canonicalValues" : "referenceTypes";
        return attribute.find(member) instanceof ScimValue.MultiValued(var elements) && !elements.isEmpty()
                ? elements.stream().map(word -> ((ScimValue.Text) word).value()).collect(joining(", "))
                : "-";
    }

    private static List<ScimValue.Complex> objects(ScimValue.Complex definition, String member) {
        return definition.find(member) instanceof ScimValue.MultiValued(var elements)
                ? elements.stream().map(ScimValue.Complex.class::cast).toList()
                : List.of();
    }

    private static List<ScimValue.Complex> definitions() throws IOException {
        var definitions = new ArrayList<ScimValue.Complex>();
        try (var files = Files.list(DEFINITIONS)) {
            for (var file : files.sorted().toList()) {
                definitions.add(JsonReader.readObject(Files.readAllBytes(file)));
            }
        }
        assertThat(definitions).isNotEmpty();
        return definitions;
    }
}
