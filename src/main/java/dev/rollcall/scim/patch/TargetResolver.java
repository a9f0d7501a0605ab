package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.UrnSpelling;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Optional;

/// Finds what a path names.
final class TargetResolver {
    private static final Condition ANY = new Condition.And(List.of());

    private final ResourceType type;
    private final Tolerances tolerances;
    private final FilterResolver filters;
    private final UrnSpelling urns;

    TargetResolver(ResourceType type, Tolerances tolerances) {
        this.type = type;
        this.tolerances = tolerances;
        filters = new FilterResolver(type, tolerances);
        urns = type.spelling();
    }

    /// What the path names.
    ///
    /// @throws ScimException `invalidPath` where it names nothing, `invalidFilter` for a filter that does not
    /// fit
    PatchTarget resolve(PatchPath path) {
        return find(path).orElseThrow(() -> unknown(path));
    }

    /// What a notation without a filter names; empty where that is nothing.
    Optional<PatchTarget> find(AttributePath path) {
        return find(new PatchPath(path, null, null));
    }

    /// What the path names; empty where there is no such attribute.
    ///
    /// @throws ScimException as {@link #resolve}, for what is wrong behind the attribute
    Optional<PatchTarget> find(PatchPath path) {
        var attribute = spelt(path.attribute());
        var resolved = type.resolve(attribute);
        if (resolved.isPresent()) {
            var filter = path.valueFilter();
            return resolved.map(found -> filter == null ? target(found) : elements(path, found, filter));
        }
        var container = path.valueFilter() == null ? container(attribute) : Optional.<PatchTarget>empty();
        return container.or(() -> custom(path, attribute));
    }

    // With the URN as a schema has it.
    private AttributePath spelt(AttributePath path) {
        if (path.uri() == null
                || type.resolve(path).isPresent()
                || type.extensionAt(path).isPresent()) {
            return path;
        }
        var known = urns.ofDraft(path)
                .filter(_ -> tolerances.forgive(Tolerance.DRAFT_URN))
                .orElse(path);
        return urns.dotted(known)
                .filter(_ -> tolerances.forgive(Tolerance.DOT_AFTER_URN))
                .orElse(known);
    }

    private Optional<PatchTarget> container(AttributePath path) {
        return type.schema().isIdentifiedBy(path.toString()) && tolerances.forgive(Tolerance.CORE_URN)
                ? Optional.of(new PatchTarget.Core())
                : type.extensionAt(path).map(PatchTarget.Extension::new);
    }

    private Optional<PatchTarget> custom(PatchPath path, AttributePath attribute) {
        var isCustom = attribute.uri() != null
                && type.isCustomUri(attribute.toString())
                && type.isCustomUri(attribute.uri())
                && !urns.isNear(attribute.toString())
                && tolerances.forgive(Tolerance.FOREIGN_URN);
        return isCustom ? Optional.of(new PatchTarget.Custom(path)) : Optional.empty();
    }

    /// Refuses a name that is neither a notation of the type's attributes nor of a client's own, but nearly one of
    /// the former: what is sent for it must not be left out without a word.
    ///
    /// @throws ScimException `invalidPath`
    void refuseMisspelt(String name) {
        var bracket = name.indexOf('[');
        var text = bracket < 0 ? name : name.substring(0, bracket);
        var isOfSchema = AttributePath.parse(text)
                .map(this::spelt)
                .filter(path -> path.uri() != null
                        && (type.schema().isIdentifiedBy(path.uri())
                                || type.extension(path.uri()).isPresent()))
                .isPresent();
        if (!isOfSchema && urns.isNear(text)) {
            throw ScimException.invalidPath(ScimException.printable(name), unknown(text));
        }
    }

    private static PatchTarget target(ResolvedAttribute path) {
        return path.attribute().multiValued() && path.subAttribute() != null
                ? new PatchTarget.Elements(path.whole(), ANY, path.subAttribute())
                : new PatchTarget.Attribute(path);
    }

    private PatchTarget elements(PatchPath path, ResolvedAttribute attribute, Filter filter) {
        if (attribute.subAttribute() != null) {
            throw invalid(path, "takes the name of one attribute before '['");
        }
        if (!attribute.attribute().multiValued() && !attribute.attribute().isComplex()) {
            throw invalid(path, "'" + attribute + "' has one simple value, which no filter can select from");
        }
        var condition = filters.resolveValueFilter(attribute, filter);
        var name = path.subAttribute();
        if (name == null) {
            return new PatchTarget.Elements(attribute, condition, null);
        }
        var sub = attribute.attribute().subAttribute(name);
        return new PatchTarget.Elements(attribute, condition, sub.orElseThrow(() -> unknown(path)));
    }

    private ScimException unknown(PatchPath path) {
        return invalid(path, unknown(path.attribute().toString()));
    }

    private String unknown(String notation) {
        var sentence = "names no attribute of " + type.name();
        return urns.suggestion(notation)
                .filter(suggestion -> !suggestion.equalsIgnoreCase(notation))
                .map(suggestion -> sentence + ": did you mean " + suggestion + "?")
                .orElse(sentence);
    }

    private static ScimException invalid(PatchPath path, String why) {
        return ScimException.invalidPath(ScimException.printable(path.toString()), why);
    }
}
