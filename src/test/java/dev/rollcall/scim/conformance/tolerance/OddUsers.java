package dev.rollcall.scim.conformance.tolerance;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.RandomUsers;
import dev.rollcall.scim.testing.SchemaFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Random users whose values and names are in odd forms, as bodies and as operations.
final class OddUsers {
    private static final ResourceType TYPE = SchemaFixtures.USER;
    private static final List<String> SCHEMAS = List.of(
            "['CORE']",
            "['CORE', 'ENTERPRISE']",
            "[]",
            "'CORE'",
            "['urn:acme:x:User']",
            "['CORE', 'urn:acme:x:User']",
            "['urn:scim:schemas:core:2.0:User']");

    private final RandomGenerator random;
    private final RandomUsers users;
    private final OddForms forms;

    OddUsers(RandomGenerator random) {
        this.random = random;
        users = new RandomUsers(TYPE, random);
        forms = new OddForms(random);
    }

    /// The body of a POST or PUT.
    ScimValue.Complex body() {
        var user = users.attributes();
        var body = named(user);
        body.put("userName", user.members().get("userName"));
        body.put("schemas", schemas());
        return new ScimValue.Complex(body);
    }

    /// The operations of a PATCH: attributes by path, or all at once.
    List<ScimValue> operations() {
        var user = named(users.attributes());
        user.keySet().removeIf("userName"::equalsIgnoreCase);
        if (random.nextBoolean()) {
            return List.of(operation(null, new ScimValue.Complex(user)));
        }
        return user.entrySet().stream()
                .filter(_ -> random.nextInt(4) == 0)
                .filter(member -> TYPE.coreAttribute(member.getKey()).isPresent())
                .map(member -> (ScimValue) operation(member.getKey(), member.getValue()))
                .toList();
    }

    private ScimValue.Complex operation(@Nullable String path, ScimValue value) {
        var operation = ScimValue.Complex.EMPTY
                .with("op", ScimValue.of(random.nextBoolean() ? "add" : "Replace"))
                .with("value", value);
        return path == null ? operation : operation.with("path", ScimValue.of(path));
    }

    private ScimValue schemas() {
        var schemas = SCHEMAS.get(random.nextInt(SCHEMAS.size()));
        return SchemaFixtures.notation("{'schemas': " + schemas + "}")
                .members()
                .getOrDefault("schemas", ScimValue.Null.NULL);
    }

    // Attributes under the names that clients have for them.
    private SequencedMap<String, ScimValue> named(ScimValue.Complex user) {
        var named = new LinkedHashMap<String, ScimValue>();
        var core = new LinkedHashMap<String, ScimValue>();
        user.members().forEach((name, value) -> {
            var extension = TYPE.extension(name);
            if (extension.isPresent() && value instanceof ScimValue.Complex members) {
                putExtension(named, extension.get(), forms.of(extension.get(), members));
            } else {
                var odd = TYPE.coreAttribute(name)
                        .map(attribute -> forms.of(attribute, value))
                        .orElse(value);
                put(random.nextInt(10) == 0 ? core : named, name, odd);
            }
        });
        if (!core.isEmpty()) {
            core.remove("userName");
            named.put(SchemaFixtures.CORE, new ScimValue.Complex(core));
        }
        if (random.nextInt(5) == 0) {
            named.put("shoeSize", ScimValue.of(44));
            named.put("urn:acme:x:User", SchemaFixtures.notation("{'role': 'a', 'none': null, 'tags': ['b', '']}"));
        }
        return named;
    }

    private void put(Map<String, ScimValue> named, String name, ScimValue value) {
        if (value instanceof ScimValue.Complex(var members) && random.nextInt(5) == 0) {
            members.forEach((sub, part) -> named.put(name + "." + sub, part));
        } else {
            named.put(name, value);
        }
    }

    private void putExtension(Map<String, ScimValue> named, Schema extension, ScimValue.Complex object) {
        switch (random.nextInt(4)) {
            case 0 -> object.members().forEach((name, value) -> named.put(extension.id() + ":" + name, value));
            case 1 -> object.members().forEach((name, value) -> named.put(extension.id() + "." + name, value));
            default -> named.put(extension.id(), object);
        }
    }
}
