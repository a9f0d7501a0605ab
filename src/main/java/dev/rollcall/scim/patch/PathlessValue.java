package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Takes the object of an operation without path apart: one assignment for each attribute, those of extensions
/// included (RFC 7644 §3.5.2.1). Where that is forgiven, a member's name may be a whole path, as Microsoft
/// Entra ID sends it: `name.givenName`, `{URN}:department`, `emails[type eq "work"].value`.
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

    /// Assignments as they are put together.
    private static final class Assignments {
        private final ReadOnlyEcho echo;
        private final SequencedMap<PatchTarget, ScimValue> values = new LinkedHashMap<>();

        private Assignments(ReadOnlyEcho echo) {
            this.echo = echo;
        }

        private void add(PatchTarget target, ScimValue value) {
            var isLeftOut = target instanceof PatchTarget.Attribute(var path)
                    && (path.toString().equals(CommonAttributes.SCHEMAS.name()) || echo.covers(path, value));
            var former = isLeftOut ? null : values.putIfAbsent(target, value);
            if (former != null && !former.equals(value)) {
                throw ScimException.invalidSyntax(
                        "'value' says two things of one attribute, under different names:" + " send one of them");
            }
        }

        private List<Assignment> list() {
            return values.entrySet().stream()
                    .map(entry -> new Assignment(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /// The assignments in `sent`. Read-only values that `echo` covers are left out, as are `schemas` and, where
    /// that is forgiven, unknown names.
    ///
    /// @throws ScimException `mutability` for other read-only values, `invalidSyntax` for names given twice
    /// and unknown ones, `invalidPath` for those that are nearly known
    List<Assignment> assignments(ScimValue sent, ReadOnlyEcho echo) {
        var assignments = new Assignments(echo);
        members(sent).forEach((name, value) -> {
            switch (target(name).orElse(null)) {
                case PatchTarget.Extension(var schema)
                when !(value instanceof ScimValue.Null) -> addAll(assignments, schema, value);
                case PatchTarget target -> assignments.add(target, value);
                case null -> refuseUnknown(name);
            }
        });
        return assignments.list();
    }

    /// What the members of `sent` are for, extensions as wholes.
    List<Assignment> targets(ScimValue sent) {
        return members(sent).entrySet().stream()
                .flatMap(member ->
                        target(member.getKey()).map(target -> new Assignment(target, member.getValue())).stream())
                .toList();
    }

    /// The assignments in the object of an extension.
    ///
    /// @throws ScimException as {@link #assignments(ScimValue, ReadOnlyEcho)}; `invalidValue` where `sent` is no
    /// object
    List<Assignment> assignments(Schema extension, ScimValue sent, ReadOnlyEcho echo) {
        var assignments = new Assignments(echo);
        addAll(assignments, extension, sent);
        return assignments.list();
    }

    private void addAll(Assignments assignments, Schema extension, ScimValue sent) {
        refuseTwice(members(sent, extension.id()).keySet());
        members(sent, extension.id()).forEach((name, value) -> {
            var path = AttributePath.parse(name)
                    .filter(relative -> relative.uri() == null && isAllowed(relative))
                    .map(relative -> new AttributePath(extension.id(), relative.name(), relative.subAttribute()));
            path.flatMap(resolver::find)
                    .filter(target -> !(target instanceof PatchTarget.Custom))
                    .ifPresentOrElse(target -> assignments.add(target, value), () -> refuseUnknown(name));
        });
    }

    /// The members of `sent`, none of them twice. Those of an object named by the URN of the core schema stand
    /// beside the others.
    Map<String, ScimValue> members(ScimValue sent) {
        var names = new ArrayList<String>();
        var members = new LinkedHashMap<String, ScimValue>();
        addMembers(sent, names, members);
        refuseTwice(names);
        return members;
    }

    private void addMembers(ScimValue sent, List<String> names, Map<String, ScimValue> all) {
        members(sent, type.schema().id()).forEach((name, value) -> {
            if (name.indexOf(':') >= 0 && target(name).orElse(null) instanceof PatchTarget.Core) {
                addMembers(value, names, all);
            } else {
                names.add(name);
                all.put(name, value);
            }
        });
    }

    private static Map<String, ScimValue> members(ScimValue sent, String container) {
        if (!(sent instanceof ScimValue.Complex(var members))) {
            throw ScimException.invalidValue(container, "takes a JSON object of attributes");
        }
        return members;
    }

    private static void refuseTwice(Collection<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw ScimException.invalidSyntax("Attribute '" + ScimException.printable(name)
                        + "' is given twice, in different letter case or places: send it once");
            }
        }
    }

    /// What a member is for; empty where that is nothing.
    Optional<PatchTarget> target(String name) {
        if (name.indexOf('[') >= 0 && tolerances.forgive(Tolerance.PATHS_AS_NAMES)) {
            return resolver.find(PatchPath.parse(name, tolerances));
        }
        return AttributePath.parse(name)
                .filter(path -> isContainer(path) || isAllowed(path))
                .flatMap(resolver::find);
    }

    private boolean isContainer(AttributePath path) {
        return type.extensionAt(path).isPresent() || type.schema().isIdentifiedBy(path.toString());
    }

    private boolean isAllowed(AttributePath path) {
        return (path.uri() == null && path.subAttribute() == null) || tolerances.forgive(Tolerance.PATHS_AS_NAMES);
    }

    private void refuseUnknown(String name) {
        if (tolerances.allow(Tolerance.UNKNOWN_ATTRIBUTE)) {
            resolver.refuseMisspelt(name);
        }
        if (!tolerances.forgive(Tolerance.UNKNOWN_ATTRIBUTE)) {
            throw ScimException.invalidSyntax("Attribute '" + ScimException.printable(name)
                    + "' is not in the schemas of " + type.name() + ": remove it");
        }
    }
}
