package dev.rollcall.scim.projection;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.SchemaAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whether one attribute is shown: its `returned` characteristic and what the client asked for, put together.
final class Visibility {
    private final Projection projection;
    private final Predicate<ResolvedAttribute> supplied;
    private final Set<String> wholes = new HashSet<>();
    private final Set<String> parents = new HashSet<>();

    Visibility(ResourceType type, Projection projection, Predicate<ResolvedAttribute> supplied) {
        this.projection = projection;
        this.supplied = supplied;
        var named = switch (projection) {
            case Projection.Default _ -> List.<AttributePath>of();
            case Projection.Only(var attributes) -> attributes;
            case Projection.Except(var attributes) -> attributes;
        };
        named.forEach(path -> name(type, path));
    }

    private void name(ResourceType type, AttributePath path) {
        var resolved = type.resolve(path);
        if (resolved.isPresent()) {
            wholes.add(key(resolved.get().toString()));
            parents.add(key(resolved.get().whole().toString()));
        } else {
            // The URI of a schema, or something under a URN that no schema has.
            wholes.add(key(path.toString()));
            if (path.uri() != null) {
                parents.add(key(path.uri()));
            }
        }
    }

    /// What is left of the attribute.
    Part of(ResourceType type, ResolvedAttribute path) {
        if (!isShown(type, path)) {
            return Part.nothing();
        }
        var all = path.attribute().subAttributes();
        if (all.stream().allMatch(sub -> isSubShown(type, path, sub))) {
            return Part.whole();
        }
        var shown = all.stream()
                .filter(sub -> isSubShown(type, path, sub))
                .map(SchemaAttribute::name)
                .collect(Collectors.toUnmodifiableSet());
        return new Part.Members(shown);
    }

    /// What is left of an object under a URN that no schema has.
    Part ofCustom(String urn, Set<String> members) {
        var isNamed = wholes.contains(key(urn));
        return switch (projection) {
            case Projection.Default _ -> Part.whole();
            case Projection.Except _ ->
                isNamed ? Part.nothing() : membersOf(members, name -> !wholes.contains(key(urn + ":" + name)));
            case Projection.Only _ ->
                isNamed ? Part.whole() : membersOf(members, name -> wholes.contains(key(urn + ":" + name)));
        };
    }

    private static Part membersOf(Set<String> members, Predicate<String> shown) {
        return new Part.Members(members.stream().filter(shown).collect(Collectors.toUnmodifiableSet()));
    }

    private boolean isShown(ResourceType type, ResolvedAttribute path) {
        return switch (path.attribute().returned()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case REQUEST -> projection instanceof Projection.Only ? isAsked(type, path) : isUnasked(type, path);
            case DEFAULT -> projection instanceof Projection.Only ? isAsked(type, path) : !isNamed(type, path);
        };
    }

    private boolean isAsked(ResourceType type, ResolvedAttribute path) {
        return isNamed(type, path) || parents.contains(key(path.toString()));
    }

    // RFC 7643 §7: in the answer to a write, what the client supplied.
    private boolean isUnasked(ResourceType type, ResolvedAttribute path) {
        return supplied.test(path) && !isNamed(type, path);
    }

    private boolean isSubShown(ResourceType type, ResolvedAttribute path, SchemaAttribute sub) {
        var named = namesAny() && wholes.contains(key(path.at(sub).toString()));
        return switch (sub.returned()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case REQUEST -> projection instanceof Projection.Only ? named : supplied.test(path) && !named;
            case DEFAULT -> projection instanceof Projection.Only ? named || isWhole(type, path) : !named;
        };
    }

    // Named as a whole, or there without being named.
    private boolean isWhole(ResourceType type, ResolvedAttribute path) {
        return isNamed(type, path)
                || (path.attribute().returned() == Returned.ALWAYS && !parents.contains(key(path.toString())));
    }

    private boolean isNamed(ResourceType type, ResolvedAttribute path) {
        if (!namesAny()) {
            return false;
        }
        var schema = path.extension() == null ? type.schema() : path.extension();
        return wholes.contains(key(path.toString())) || wholes.contains(key(schema.id()));
    }

    // Most requests name nothing, and names are costly to compare.
    private boolean namesAny() {
        return !wholes.isEmpty();
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
