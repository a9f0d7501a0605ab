package dev.rollcall.scim.testing;

import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.SchemaExtension;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Random users: every attribute that a client can write and read, each there or not, in the form in which a
/// resource is held.
public final class RandomUsers {
    private static final Instant BASE = Instant.parse("2026-01-31T10:00:00Z");

    private final ResourceType type;
    private final RandomValues values;
    private final ValueReader reader = new ValueReader(Tolerances.of(ConformanceMode.COMPATIBLE));
    private int made;

    public RandomUsers(ResourceType type, RandomGenerator random) {
        this.type = type;
        values = new RandomValues(random);
    }

    /// One more user, created and changed at random times.
    public ScimResource resource() {
        var attributes = attributes();
        var id = "%08x-0000-7000-8000-%012x".formatted(values.below(Integer.MAX_VALUE), made);
        var created = BASE.plusMillis(values.below(3000));
        var lastModified = created.plusMillis(values.below(3) * 1000L);
        var meta = new ScimResource.Meta(created, lastModified, 1 + values.below(3));
        return new ScimResource(type, id, attributes, meta);
    }

    /// The attributes of one more user, without `schemas`, `id` and `meta`. The `userName` is short and differs
    /// from all others of this generator.
    public ScimValue.Complex attributes() {
        made++;
        var attributes = ScimValue.Complex.EMPTY;
        var absent = type.extensions().stream()
                .map(SchemaExtension::schema)
                .filter(_ -> values.chance(0.3))
                .toList();
        for (var path : type.attributes()) {
            if (path.extension() != null && absent.contains(path.extension())) {
                continue;
            }
            if (path.attribute().isNamed("userName")) {
                attributes = attributes.with(path, userName(path.attribute()));
            } else if (isWritable(path.attribute()) && values.chance(0.6)) {
                attributes = attributes.with(path, held(path));
            }
        }
        return attributes;
    }

    private static boolean isWritable(SchemaAttribute attribute) {
        return !attribute.equals(CommonAttributes.SCHEMAS) && !attribute.isReadOnly() && isReadable(attribute);
    }

    private static boolean isReadable(SchemaAttribute attribute) {
        return attribute.returned() != Returned.NEVER;
    }

    private ScimValue userName(SchemaAttribute attribute) {
        var text = ((ScimValue.Text) values.simple(attribute)).value();
        return ScimValue.of((text.length() > 100 ? "long" : text) + "#" + made);
    }

    private ScimValue held(ResolvedAttribute path) {
        return reader.read(path, value(path.attribute()));
    }

    private ScimValue value(SchemaAttribute attribute) {
        if (!attribute.multiValued()) {
            return element(attribute);
        }
        return new ScimValue.MultiValued(Stream.generate(() -> element(attribute))
                .limit(1 + values.below(3))
                .toList());
    }

    private ScimValue element(SchemaAttribute attribute) {
        if (!attribute.isComplex()) {
            return values.simple(attribute);
        }
        var members = new LinkedHashMap<String, ScimValue>();
        attribute.subAttributes().stream()
                .filter(RandomUsers::isReadable)
                .filter(_ -> values.chance(0.6))
                .forEach(sub -> members.put(sub.name(), value(sub)));
        return new ScimValue.Complex(members);
    }
}
