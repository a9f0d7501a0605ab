package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaExtension;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;

/// The attribute `schemas`, which is not held but follows from the extensions that have values. Changing it
/// (RFC 7644 §3.5.2) is changing those: an extension that is taken out of the list loses its values.
final class DerivedSchemas {
    private static final ResolvedAttribute SCHEMAS = new ResolvedAttribute(null, CommonAttributes.SCHEMAS, null);

    private final ResourceType type;
    private final Tolerances tolerances;

    DerivedSchemas(ResourceType type, Tolerances tolerances) {
        this.type = type;
        this.tolerances = tolerances;
    }

    /// The attributes with `schemas` among them, if that is what `path` names.
    ScimValue.Complex addedTo(ScimValue.Complex attributes, ResolvedAttribute path) {
        if (!path.equals(SCHEMAS)) {
            return attributes;
        }
        var uris = new ArrayList<ScimValue>(List.of(ScimValue.of(type.schema().id())));
        type.extensions().stream()
                .map(extension -> extension.schema().id())
                .filter(uri -> attributes.find(uri) != null)
                .map(ScimValue::of)
                .forEach(uris::add);
        return attributes.with(SCHEMAS, new ScimValue.MultiValued(uris));
    }

    /// The attributes after `schemas` was changed as in `changed`, if that is what `path` names; `changed`
    /// otherwise.
    ScimValue.Complex settled(ScimValue.Complex attributes, ScimValue.Complex changed, ResolvedAttribute path) {
        if (!path.equals(SCHEMAS)) {
            return changed;
        }
        var uris = ElementList.of(changed.find(SCHEMAS)).stream()
                .filter(ScimValue.Text.class::isInstance)
                .map(uri -> ((ScimValue.Text) uri).value())
                .toList();
        refuse(uris);
        var settled = attributes;
        for (var extension : type.extensions()) {
            if (uris.stream().noneMatch(extension.schema()::isIdentifiedBy)) {
                settled = without(settled, extension.schema());
            }
        }
        return settled;
    }

    private void refuse(List<String> uris) {
        if (uris.stream().noneMatch(type.schema()::isIdentifiedBy)) {
            throw ScimException.mutability(
                    SCHEMAS.toString(), "must keep " + type.schema().id());
        }
        for (var uri : uris) {
            if (!type.schema().isIdentifiedBy(uri)
                    && type.extension(uri).isEmpty()
                    && !tolerances.forgive(Tolerance.OTHER_SCHEMAS)) {
                throw ScimException.invalidValue(
                        SCHEMAS.toString(),
                        "names " + ScimException.printable(uri) + ", which is no schema of " + type.name());
            }
        }
    }

    /// The attributes without those of an extension.
    ///
    /// @throws ScimException `mutability` for a required extension, and for one with immutable values
    ScimValue.Complex without(ScimValue.Complex attributes, Schema extension) {
        if (attributes.find(extension.id()) == null) {
            return attributes;
        }
        if (type.extensions().contains(new SchemaExtension(extension, true))) {
            throw ScimException.mutability(extension.id(), "is a required extension and cannot be removed");
        }
        for (var attribute : extension.attributes()) {
            refuseImmutable(attributes, new ResolvedAttribute(extension, attribute, null));
        }
        return attributes.without(extension.id());
    }

    // Required attributes may go with the whole extension.
    private static void refuseImmutable(ScimValue.Complex attributes, ResolvedAttribute path) {
        var isBound = AttributeWriter.isImmutable(path)
                || path.attribute().subAttributes().stream()
                        .map(path::at)
                        .anyMatch(sub -> AttributeWriter.isImmutable(sub) && attributes.find(sub) != null);
        if (isBound) {
            AttributeWriter.refuseChange(path, attributes.find(path), ScimValue.Null.NULL);
        }
    }
}
