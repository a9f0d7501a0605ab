package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
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

    TargetResolver(ResourceType type, Tolerances tolerances) {
        this.type = type;
        this.tolerances = tolerances;
        filters = new FilterResolver(type, tolerances);
    }

    /// What the path names.
    ///
    /// @throws ScimException `invalidPath` where it names nothing, `invalidFilter` for a filter that does not
    /// fit
    PatchTarget resolve(PatchPath path) {
        var filter = path.valueFilter();
        return filter == null ? find(path.attribute()).orElseThrow(() -> unknown(path)) : elements(path, filter);
    }

    /// What a notation without a filter names; empty where that is nothing.
    Optional<PatchTarget> find(AttributePath path) {
        var resolved = type.resolve(path);
        if (resolved.isPresent()) {
            return resolved.map(TargetResolver::target);
        }
        var extension = type.extensionAt(path);
        if (extension.isPresent()) {
            return extension.map(PatchTarget.Extension::new);
        }
        var isCustom = path.uri() != null
                && type.isCustomUri(path.toString())
                && type.isCustomUri(path.uri())
                && tolerances.forgive(Tolerance.FOREIGN_URN);
        return isCustom ? Optional.of(new PatchTarget.Custom(path)) : Optional.empty();
    }

    private static PatchTarget target(ResolvedAttribute path) {
        return path.attribute().multiValued() && path.subAttribute() != null
                ? new PatchTarget.Elements(path.whole(), ANY, path.subAttribute())
                : new PatchTarget.Attribute(path);
    }

    private PatchTarget elements(PatchPath path, Filter filter) {
        var attribute = type.resolve(path.attribute()).orElseThrow(() -> unknown(path));
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
        return invalid(path, "names no attribute of " + type.name());
    }

    private static ScimException invalid(PatchPath path, String why) {
        return ScimException.invalidPath(ScimException.printable(path.toString()), why);
    }
}
