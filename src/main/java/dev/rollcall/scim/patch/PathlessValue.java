package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Takes the object of an operation without path apart: one assignment for each attribute, those of extensions
/// included (RFC 7644 §3.5.2.1). In compatible mode a member's name may be a whole path, as Microsoft Entra ID
/// sends it: `name.givenName`, `{URN}:department`, `emails[type eq "work"].value`.
final class PathlessValue {
    private final ResourceType type;
    private final TargetResolver resolver;
    private final Tolerances tolerances;

    PathlessValue(ResourceType type, TargetResolver resolver, Tolerances tolerances) {
        this.type = type;
        this.resolver = resolver;
        this.tolerances = tolerances;
    }

    /// A value and what it is for. An extension as the target is one to be removed.
    record Assignment(PatchTarget target, ScimValue value) {}

    /// The assignments in `sent`. Read-only values that are those of `representation`, or none, are left out,
    /// as are `schemas` and, in compatible tolerances, unknown names.
    ///
    /// @throws ScimException `mutability` for other read-only values, `invalidSyntax` for names given twice
    /// and, in strict tolerances, unknown ones
    List<Assignment> assignments(ScimValue sent, ScimValue.Complex representation) {
        var assignments = new ArrayList<Assignment>();
        members(sent, type.schema().id()).forEach((name, value) -> {
            switch (target(name).orElse(null)) {
                case PatchTarget.Extension(var schema)
                when !(value instanceof ScimValue.Null) ->
                    assignments.addAll(assignments(schema, value, representation));
                case PatchTarget target -> add(assignments, target, value, representation);
                case null -> refuseUnknown(name);
            }
        });
        return List.copyOf(assignments);
    }

    /// What the members of `sent` are for, extensions as wholes.
    List<Assignment> targets(ScimValue sent) {
        return members(sent, type.schema().id()).entrySet().stream()
                .flatMap(member ->
                        target(member.getKey()).map(target -> new Assignment(target, member.getValue())).stream())
                .toList();
    }

    /// The assignments in the object of an extension.
    ///
    /// @throws ScimException as {@link #assignments(ScimValue, ScimValue.Complex)}; `invalidValue` where `sent`
    /// is no object
    List<Assignment> assignments(Schema extension, ScimValue sent, ScimValue.Complex representation) {
        var assignments = new ArrayList<Assignment>();
        members(sent, extension.id()).forEach((name, value) -> {
            var path = AttributePath.parse(name)
                    .filter(relative -> relative.uri() == null && isAllowed(relative))
                    .map(relative -> new AttributePath(extension.id(), relative.name(), relative.subAttribute()));
            path.flatMap(resolver::find)
                    .filter(target -> !(target instanceof PatchTarget.Custom))
                    .ifPresentOrElse(
                            target -> add(assignments, target, value, representation), () -> refuseUnknown(name));
        });
        return List.copyOf(assignments);
    }

    /// The members of `sent`, none of them twice.
    static Map<String, ScimValue> members(ScimValue sent, String container) {
        if (!(sent instanceof ScimValue.Complex(var members))) {
            throw ScimException.invalidValue(container, "takes a JSON object of attributes");
        }
        var seen = new HashSet<String>();
        for (var name : members.keySet()) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw ScimException.invalidSyntax("Attribute '" + ScimException.printable(name)
                        + "' is given twice, in different letter case: send it once");
            }
        }
        return members;
    }

    /// What a member is for; empty where that is nothing.
    Optional<PatchTarget> target(String name) {
        if (name.indexOf('[') >= 0 && tolerances.forgive(Tolerance.PATHS_AS_NAMES)) {
            var path = PatchPath.parse(name, tolerances);
            return resolver.find(path.attribute()).map(_ -> resolver.resolve(path));
        }
        return AttributePath.parse(name)
                .filter(path -> isAllowed(path) || type.extensionAt(path).isPresent())
                .flatMap(resolver::find);
    }

    private boolean isAllowed(AttributePath path) {
        return (path.uri() == null && path.subAttribute() == null) || tolerances.forgive(Tolerance.PATHS_AS_NAMES);
    }

    private static void add(
            List<Assignment> assignments, PatchTarget target, ScimValue value, ScimValue.Complex representation) {
        if (target instanceof PatchTarget.Attribute(var path)) {
            if (path.toString().equals(CommonAttributes.SCHEMAS.name()) || isEcho(path, value, representation)) {
                return;
            }
        }
        assignments.add(new Assignment(target, value));
    }

    private static boolean isEcho(ResolvedAttribute path, ScimValue sent, ScimValue.Complex representation) {
        return (path.attribute().isReadOnly() || path.target().isReadOnly())
                && ReadOnlyEcho.isEcho(sent, representation.find(path));
    }

    private void refuseUnknown(String name) {
        if (!tolerances.forgive(Tolerance.UNKNOWN_ATTRIBUTE)) {
            throw ScimException.invalidSyntax("Attribute '" + ScimException.printable(name)
                    + "' is not in the schemas of " + type.name() + ": remove it");
        }
    }
}
