package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import java.util.LinkedHashMap;

/// What becomes of the attributes that a client omits when it creates or replaces a whole resource (RFC 7644
/// §3.3 and §3.5.1). Write-only values are taken from the request alone; the caller keeps the former ones of
/// those that were omitted.
public final class Replacement {
    private final ResourceType type;
    private final ServerDefaults defaults;

    public Replacement(ResourceType type, ServerDefaults defaults) {
        this.type = type;
        this.defaults = defaults;
    }

    /// The attributes of a new resource: those sent, and the server's defaults for those omitted or explicitly set
    /// to null.
    public ScimValue.Complex created(Incoming incoming) {
        var attributes = new LinkedHashMap<>(incoming.attributes().members());
        defaults.values().forEach(attributes::putIfAbsent);
        return new ScimValue.Complex(attributes);
    }

    /// The attributes after a replacement: those sent. Of those omitted, immutable ones and those with a
    /// server's default keep their value, all others lose it. What was explicitly set to null is gone, but for what
    /// has a server's default: null is as if left out there, so that nobody is neither active nor inactive. Whether
    /// all that is allowed is for {@link dev.rollcall.scim.schema.SchemaValidator#checkChanged} to say.
    public ScimValue.Complex replaced(ScimValue.Complex old, Incoming incoming) {
        var attributes = incoming.attributes();
        for (var path : type.attributes()) {
            if (defaults.cover(path) || !incoming.unassigned().contains(path)) {
                attributes = carriedOver(path, old, attributes);
            }
        }
        return attributes;
    }

    private ScimValue.Complex carriedOver(ResolvedAttribute path, ScimValue.Complex old, ScimValue.Complex attributes) {
        var former = old.find(path);
        if (former == null) {
            return attributes;
        }
        var sent = attributes.find(path);
        if (sent == null && (isImmutable(path) || defaults.cover(path))) {
            return attributes.with(path, former);
        }
        var kept = attributes;
        if (former instanceof ScimValue.Complex) {
            for (var sub : path.attribute().subAttributes()) {
                var part = old.find(path.at(sub));
                if (part != null && isImmutable(path.at(sub)) && attributes.find(path.at(sub)) == null) {
                    kept = kept.with(path.at(sub), part);
                }
            }
        }
        return kept;
    }

    private static boolean isImmutable(ResolvedAttribute path) {
        return path.target().mutability() == Mutability.IMMUTABLE;
    }
}
