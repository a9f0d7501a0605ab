package dev.rollcall.scim.fuzz;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes of a good body one that is wrong in some places: in its tree, in its text, or in its bytes.
final class HostileJson {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "null",
            "true",
            "False",
            "-1",
            "1e400",
            "bulkId:",
            "bulkId:q",
            "bulkId:nobody",
            "${jndi:ldap://x}",
            "'; DROP TABLE scim_user; --",
            "%s%n",
            "../../etc/passwd",
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "urn:ietf:params:scim:api:messages:2.0:PatchOp",
            "emails[type eq \"work\"].value",
            "emails[",
            "members[value eq \"\"]",
            "2026-13-45T99:99:99Z",
            "\ud83d\ude00",
            "\u202egnp.exe",
            "e\u0301",
            "\ufffe",
            "https://[::1",
            "x".repeat(70_000),
            "Ω".repeat(600));
    private static final List<ScimValue> VALUES = List.of(
            ScimValue.Null.NULL,
            ScimValue.of(true),
            ScimValue.of(0),
            ScimValue.of(-1),
            ScimValue.of(Long.MAX_VALUE),
            ScimValue.array(),
            ScimValue.array(ScimValue.Null.NULL),
            ScimValue.array(ScimValue.array(ScimValue.of("x"))),
            ScimValue.Complex.EMPTY,
            ScimValue.Complex.EMPTY.with("value", ScimValue.Null.NULL),
            ScimValue.Complex.EMPTY.with("value", ScimValue.Complex.EMPTY.with("value", ScimValue.of("x"))),
            ScimValue.Complex.EMPTY.with("", ScimValue.of("x")),
            ScimValue.Complex.EMPTY.with("$ref", ScimValue.of("x")));
    private static final List<String> NAMES = List.of(
            "",
            "id",
            "ID",
            "schemas",
            "meta",
            "password",
            "groups",
            "members",
            "value",
            "$ref",
            "primary",
            "op",
            "path",
            "Operations",
            "urn:x:y",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "emails[type eq \"work\"].value",
            "name.givenName",
            "a.b.c",
            "\u0000");

    private final RandomGenerator random;

    HostileJson(RandomGenerator random) {
        this.random = random;
    }

    /// The body with up to three wrongs in its tree, and now and then some in its bytes.
    byte[] of(ScimValue.Complex good) {
        ScimValue body = good;
        for (var wrongs = random.nextInt(4); wrongs > 0; wrongs--) {
            body = changed(body);
        }
        var bytes = JsonWriter.text(body).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(5) == 0 ? broken(bytes) : bytes;
    }

    /// A text that somebody could mean ill with.
    String text() {
        return anyOf(TEXTS);
    }

    private ScimValue changed(ScimValue value) {
        if (random.nextInt(5) == 0) {
            return random.nextBoolean() ? anyOf(VALUES) : ScimValue.of(text());
        }
        return switch (value) {
            case ScimValue.Complex(var members) when !members.isEmpty() -> changedMember(new LinkedHashMap<>(members));
            case ScimValue.MultiValued(var elements)
            when !elements.isEmpty() -> changedElement(new ArrayList<>(elements));
            case ScimValue.Text(var text) ->
                ScimValue.of(random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text + text());
            case ScimValue other -> random.nextBoolean() ? ScimValue.array(other) : anyOf(VALUES);
        };
    }

    private ScimValue changedMember(Map<String, ScimValue> members) {
        var name = anyOf(List.copyOf(members.keySet()));
        var value = members.getOrDefault(name, ScimValue.Null.NULL);
        switch (random.nextInt(6)) {
            case 0 -> members.remove(name);
            case 1 -> members.put(name.toUpperCase(Locale.ROOT), value);
            case 2 -> members.put(anyOf(NAMES), value);
            case 3 -> members.put(anyOf(NAMES), ScimValue.of(text()));
            default -> members.put(name, changed(value));
        }
        return ScimValue.object(members);
    }

    private ScimValue changedElement(List<ScimValue> elements) {
        var place = random.nextInt(elements.size());
        switch (random.nextInt(4)) {
            case 0 -> elements.remove(place);
            case 1 -> elements.add(elements.get(place));
            default -> elements.set(place, changed(elements.get(place)));
        }
        return new ScimValue.MultiValued(elements);
    }

    private byte[] broken(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        var place = random.nextInt(bytes.length);
        var broken = new ByteArrayOutputStream();
        broken.write(bytes, 0, place);
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> broken.write(bytes, place + 1, bytes.length - place - 1);
            case 2 -> {
                broken.write(random.nextInt(256));
                broken.write(bytes, place, bytes.length - place);
            }
            case 3 -> {
                broken.writeBytes("[".repeat(random.nextInt(3_000)).getBytes(StandardCharsets.UTF_8));
                broken.write(bytes, place, bytes.length - place);
            }
            default -> {
                broken.write(bytes, place, bytes.length - place);
                broken.write(bytes, 0, place);
            }
        }
        return broken.toByteArray();
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
