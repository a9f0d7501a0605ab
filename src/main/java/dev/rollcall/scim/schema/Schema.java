package dev.rollcall.scim.schema;

import java.util.List;
import java.util.Optional;

/// A schema of RFC 7643 §7: a URI that stands for a list of attribute definitions.
public record Schema(String id, String name, String description, List<SchemaAttribute> attributes) {

    public Schema {
        attributes = List.copyOf(attributes);
    }

    /// The attribute called `name` in any case.
    public Optional<SchemaAttribute> attribute(String name) {
        return attributes.stream().filter(attribute -> attribute.isNamed(name)).findFirst();
    }

    /// True where `uri` is this schema's URI; URIs in paths ignore case (RFC 7644 §3.10).
    public boolean isIdentifiedBy(String uri) {
        return id.equalsIgnoreCase(uri);
    }
}
