package dev.rollcall.scim.projection;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Shows of a representation what its schema returns (RFC 7643 §7) and the client asked for (RFC 7644 §3.9).
/// `schemas`, `id` and all that is returned always stay. Made once for a request, applied to each resource of
/// the answer. Immutable.
public final class Projector {
    private final Visibility visibility;
    private final Map<String, Part> core = new HashMap<>();
    private final Map<String, Map<String, Part>> extensions = new HashMap<>();

    /// A projector for answers to reading requests: attributes that are returned on request have to be named.
    public Projector(ResourceType type, Projection projection) {
        this(type, projection, _ -> false);
    }

    /// A projector for answers to POST, PUT and PATCH: attributes that are returned on request are shown also
    /// where the client `supplied` a value for them (which is asked of whole attributes).
    public Projector(ResourceType type, Projection projection, Predicate<ResolvedAttribute> supplied) {
        visibility = new Visibility(type, projection, supplied);
        for (var path : type.attributes()) {
            var extension = path.extension();
            var parts = extension == null ? core : extensions.computeIfAbsent(extension.id(), _ -> new HashMap<>());
            parts.put(path.attribute().name(), visibility.of(type, path));
        }
    }

    /// The shown part of a representation that is whole, with `schemas`, `id` and `meta`; the same object where
    /// nothing is hidden.
    public ScimValue.Complex apply(ScimValue.Complex representation) {
        var shown = new LinkedHashMap<String, ScimValue>();
        representation.members().forEach((name, value) -> put(shown, name, shown(name, value)));
        return shown.equals(representation.members()) ? representation : new ScimValue.Complex(shown);
    }

    /// The shown part of one element of a multi-valued attribute; an unassigned value where nothing is left.
    public ScimValue apply(ResolvedAttribute path, ScimValue element) {
        return part(path).of(element);
    }

    /// True where the attribute, seen as a whole, or a part of it is shown if it is there.
    public boolean mayShow(ResolvedAttribute path) {
        return !part(path).isNothing();
    }

    private Part part(ResolvedAttribute path) {
        var extension = path.extension();
        var parts = extension == null ? core : extensions.getOrDefault(extension.id(), Map.of());
        return parts.getOrDefault(path.attribute().name(), Part.nothing());
    }

    private ScimValue shown(String name, ScimValue value) {
        var part = core.get(name);
        if (part != null) {
            return part.of(value);
        }
        if (!(value instanceof ScimValue.Complex(var members))) {
            return value;
        }
        var parts = extensions.get(name);
        if (parts == null) {
            return visibility.ofCustom(name, members.keySet()).of(value);
        }
        var shown = new LinkedHashMap<String, ScimValue>();
        members.forEach((member, inner) ->
                put(shown, member, parts.getOrDefault(member, Part.nothing()).of(inner)));
        return new ScimValue.Complex(shown);
    }

    private static void put(Map<String, ScimValue> shown, String name, ScimValue value) {
        if (!value.isUnassigned()) {
            shown.put(name, value);
        }
    }
}
