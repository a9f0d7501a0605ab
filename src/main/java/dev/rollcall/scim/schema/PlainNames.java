package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what a body holds under unusual names where the RFC has it, as far as that is forgiven: attributes in an
/// object named by the core schema's URI, `name.givenName`, `{URN}:department` and `{URN}.department`.
final class PlainNames {
    private static final String DRAFTS = "urn:scim:schemas:";
    private static final String CURRENT = "urn:ietf:params:scim:schemas:";

    private final ResourceType type;
    private final Tolerances tolerances;

    PlainNames(ResourceType type, Tolerances tolerances) {
        this.type = type;
        this.tolerances = tolerances;
    }

    /// The body with such names resolved; the body itself where it has none.
    ///
    /// @throws ScimException `invalidSyntax` for a value that is given twice, under two names
    ScimValue.Complex of(ScimValue.Complex body) {
        if (body.members().entrySet().stream().noneMatch(this::isUnusual)) {
            return body;
        }
        var placing = new Placing();
        body.members().forEach(placing::take);
        return placing.placed();
    }

    private boolean isUnusual(Map.Entry<String, ScimValue> member) {
        if (type.extension(member.getKey()).isEmpty()) {
            return isPath(member.getKey());
        }
        return member.getValue() instanceof ScimValue.Complex(var members)
                && members.keySet().stream().anyMatch(PlainNames::isPath);
    }

    private static boolean isPath(String name) {
        return name.indexOf('.') >= 0 || name.indexOf(':') >= 0;
    }

    /// A value under an unusual name, and what that is for.
    private record Named(ResolvedAttribute path, ScimValue value) {}

    /// What has been taken of one body.
    private final class Placing {
        private final LinkedHashMap<String, ScimValue> plain = new LinkedHashMap<>();
        private final List<Named> named = new ArrayList<>();

        private void take(String sent, ScimValue value) {
            var name = current(sent);
            var extension = type.extension(name);
            if (extension.isPresent() && value instanceof ScimValue.Complex(var members)) {
                takeMembers(extension.get(), name, members);
            } else if (isCoreObject(name, value)) {
                takeCore((ScimValue.Complex) value);
            } else {
                takeAt(null, name, value, plain);
            }
        }

        private void takeMembers(Schema extension, String name, Map<String, ScimValue> members) {
            var rest = new LinkedHashMap<String, ScimValue>();
            members.forEach((inner, value) -> takeAt(extension, inner, value, rest));
            // An extension that was sent empty says that it is to be.
            if (members.isEmpty() || !rest.isEmpty()) {
                keep(plain, name, new ScimValue.Complex(rest));
            }
        }

        private void takeCore(ScimValue.Complex core) {
            core.members()
                    .forEach((name, value) -> AttributePath.parse(name)
                            .filter(relative -> relative.uri() == null)
                            .flatMap(type::resolve)
                            .ifPresentOrElse(
                                    path -> takeCore(path, value),
                                    () -> refuseUnknown(type.schema().id() + ":" + name)));
        }

        // What the service says itself is ignored, also beside the same at its own place.
        private void takeCore(ResolvedAttribute path, ScimValue value) {
            if (!path.attribute().isReadOnly() && !path.attribute().equals(CommonAttributes.SCHEMAS)) {
                named.add(new Named(path, value));
            }
        }

        private void takeAt(@Nullable Schema extension, String name, ScimValue value, Map<String, ScimValue> rest) {
            resolved(extension, name)
                    .ifPresentOrElse(path -> named.add(new Named(path, value)), () -> keep(rest, name, value));
        }

        private ScimValue.Complex placed() {
            var body = new ScimValue.Complex(plain);
            for (var one : named) {
                body = put(body, steps(one.path()), one);
            }
            return body;
        }
    }

    private static void keep(Map<String, ScimValue> members, String name, ScimValue value) {
        if (members.putIfAbsent(name, value) != null) {
            throw givenTwice(name);
        }
    }

    /// The name with the URI of a schema in place of the one that drafts of SCIM 2.0 had for it.
    private String current(String name) {
        if (!name.regionMatches(true, 0, DRAFTS, 0, DRAFTS.length())) {
            return name;
        }
        var current = CURRENT + name.substring(DRAFTS.length());
        return schemas().anyMatch(schema -> schema.isIdentifiedBy(current)) && tolerances.forgive(Tolerance.DRAFT_URN)
                ? current
                : name;
    }

    private boolean isCoreObject(String name, ScimValue value) {
        return type.schema().isIdentifiedBy(name)
                && value instanceof ScimValue.Complex
                && tolerances.forgive(Tolerance.CORE_URN);
    }

    private Optional<ResolvedAttribute> resolved(@Nullable Schema extension, String name) {
        if (!isPath(name) || type.extension(name).isPresent()) {
            return Optional.empty();
        }
        var asPath = AttributePath.parse(name)
                .filter(path -> extension == null || path.uri() == null)
                .flatMap(path -> type.resolve(extension == null ? path : within(extension, path)))
                .filter(_ -> tolerances.forgive(Tolerance.PATHS_AS_NAMES));
        return asPath.isPresent() || extension != null ? asPath : behindDot(name);
    }

    private Optional<ResolvedAttribute> behindDot(String name) {
        return schemas()
                .filter(schema -> name.regionMatches(
                        true, 0, schema.id() + ".", 0, schema.id().length() + 1))
                .flatMap(schema -> AttributePath.parse(
                                name.substring(schema.id().length() + 1))
                        .stream()
                        .filter(path -> path.uri() == null)
                        .flatMap(path -> type.resolve(within(schema, path)).stream()))
                .filter(_ -> tolerances.forgive(Tolerance.DOT_AFTER_URN))
                .findFirst();
    }

    private static AttributePath within(Schema schema, AttributePath path) {
        return new AttributePath(schema.id(), path.name(), path.subAttribute());
    }

    private Stream<Schema> schemas() {
        return Stream.concat(
                Stream.of(type.schema()), type.extensions().stream().map(SchemaExtension::schema));
    }

    private void refuseUnknown(String path) {
        if (!tolerances.forgive(Tolerance.UNKNOWN_ATTRIBUTE)) {
            throw ScimException.invalidSyntax("Attribute '" + ScimException.printable(path)
                    + "' is not in the schemas of " + type.name() + ": remove it");
        }
    }

    private static List<String> steps(ResolvedAttribute path) {
        var steps = new ArrayList<String>();
        if (path.extension() != null) {
            steps.add(path.extension().id());
        }
        steps.add(path.attribute().name());
        if (path.subAttribute() != null) {
            steps.add(path.subAttribute().name());
        }
        return steps;
    }

    private static ScimValue.Complex put(ScimValue.Complex object, List<String> steps, Named named) {
        var name = object.members().keySet().stream()
                .filter(steps.getFirst()::equalsIgnoreCase)
                .findFirst()
                .orElse(steps.getFirst());
        var held = object.find(name);
        if (steps.size() == 1 && held == null) {
            return object.with(name, named.value());
        }
        if (steps.size() > 1 && (held == null || held instanceof ScimValue.Complex)) {
            var inner = held instanceof ScimValue.Complex complex ? complex : ScimValue.Complex.EMPTY;
            return object.with(name, put(inner, steps.subList(1, steps.size()), named));
        }
        throw givenTwice(named.path().toString());
    }

    private static ScimException givenTwice(String path) {
        return ScimException.invalidSyntax(
                "Attribute '" + ScimException.printable(path) + "' is given twice, under two names: send it once");
    }
}
