package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the body of a create or replace request through the schema of its resource type. Names are taken in
/// any case, read-only attributes are ignored (RFC 7644 §3.3, §3.5.1), values are read by {@link ValueReader}.
///
/// Where it is forgiven, attributes and schema URIs that nobody knows are left out, objects under URNs of the
/// client's own making are kept as they came, and names are taken for what they plainly mean ({@link PlainNames}).
/// An extension may be sent without its URI in `schemas` in any case: the member's name says as much.
public final class ResourceReader {
    private final ResourceType type;
    private final Tolerances tolerances;
    private final ValueReader values;

    public ResourceReader(ResourceType type, Tolerances tolerances) {
        this.type = type;
        this.tolerances = tolerances;
        this.values = new ValueReader(tolerances);
    }

    /// What a client sent: `attributes` in the form in which a resource is held, write-only values included,
    /// and in `unassigned` the attributes that it set to null, to an empty array or to nothing else that counts
    /// (RFC 7643 §2.5). An attribute in neither was omitted.
    public record Incoming(ScimValue.Complex attributes, Set<ResolvedAttribute> unassigned) {
        public Incoming {
            unassigned = Set.copyOf(unassigned);
        }
    }

    /// Reads the body.
    ///
    /// @throws ScimException `invalidSyntax` for a body of another structure, `invalidVers` for one of SCIM
    /// 1.x, `invalidValue` for a value that does not fit its attribute
    public Incoming read(ScimValue.Complex body) {
        SchemaUris.checkResource(body, type, tolerances);
        var reading = new Reading();
        new PlainNames(type, tolerances).of(body).members().forEach(reading::member);
        return new Incoming(new ScimValue.Complex(reading.attributes), reading.unassigned);
    }

    /// What has been read of one body.
    private final class Reading {
        private final LinkedHashMap<String, ScimValue> attributes = new LinkedHashMap<>();
        private final Set<ResolvedAttribute> unassigned = new LinkedHashSet<>();
        private final Set<String> seen = new HashSet<>();

        private void member(String name, ScimValue value) {
            var attribute = type.coreAttribute(name);
            var extension =
                    attribute.isPresent() ? Optional.<Schema>empty() : DraftUrns.extension(type, name, tolerances);
            if (attribute.isPresent()) {
                attribute(null, attribute.get(), value, attributes);
            } else if (extension.isPresent()) {
                extension(extension.get(), value);
            } else if (isCustom(name, value)) {
                custom(name, value);
            } else {
                refuseUnknown("", name);
            }
        }

        private void attribute(
                @Nullable Schema extension,
                SchemaAttribute attribute,
                ScimValue value,
                Map<String, ScimValue> container) {
            var path = new ResolvedAttribute(extension, attribute, null);
            refuseSecond(path.toString());
            if (attribute.isReadOnly() || path.toString().equals(CommonAttributes.SCHEMAS.name())) {
                return;
            }
            var read = values.read(path, value);
            if (read.isUnassigned()) {
                unassigned.add(path);
            } else {
                container.put(attribute.name(), read);
            }
        }

        private void extension(Schema extension, ScimValue value) {
            refuseSecond(extension.id());
            if (value.isUnassigned()) {
                extension.attributes().stream()
                        .map(attribute -> new ResolvedAttribute(extension, attribute, null))
                        .forEach(unassigned::add);
                return;
            }
            if (!(value instanceof ScimValue.Complex(var members))) {
                throw ScimException.invalidValue(extension.id(), "is an extension: send a JSON object");
            }
            var container = new LinkedHashMap<String, ScimValue>();
            members.forEach((name, member) -> extension
                    .attribute(name)
                    .ifPresentOrElse(
                            attribute -> attribute(extension, attribute, member, container),
                            () -> refuseUnknown(extension.id() + ":", name)));
            if (!container.isEmpty()) {
                attributes.put(extension.id(), new ScimValue.Complex(container));
            }
        }

        private void custom(String urn, ScimValue value) {
            refuseSecond(urn);
            var read = ValueReader.readCustom(urn, value);
            if (!read.isUnassigned()) {
                attributes.put(urn, read);
            }
        }

        private void refuseSecond(String path) {
            if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                throw ScimException.invalidSyntax("Attribute '" + ScimException.printable(path)
                        + "' is given twice, in different letter case: send it once");
            }
        }
    }

    private boolean isCustom(String name, ScimValue value) {
        return value instanceof ScimValue.Complex
                && type.isCustomUri(name)
                && tolerances.forgive(Tolerance.FOREIGN_URN);
    }

    private void refuseUnknown(String prefix, String name) {
        if (!tolerances.forgive(Tolerance.UNKNOWN_ATTRIBUTE)) {
            throw ScimException.invalidSyntax("Attribute '" + prefix + ScimException.printable(name)
                    + "' is not in the schemas of " + type.name() + ": remove it");
        }
    }
}
