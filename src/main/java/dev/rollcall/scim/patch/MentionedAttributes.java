package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.ScimValue;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The attributes that the operations of a request are about.
final class MentionedAttributes {
    private final TargetResolver resolver;
    private final PathlessValue pathless;
    private final Set<String> names = new HashSet<>();
    private final Set<String> assigned = new HashSet<>();

    MentionedAttributes(TargetResolver resolver, PathlessValue pathless) {
        this.resolver = resolver;
        this.pathless = pathless;
    }

    void add(PatchOperation operation) {
        switch (operation) {
            case PatchOperation.Add(var path, var value) -> add(path, value);
            case PatchOperation.Replace(var path, var value) -> add(path, value);
            case PatchOperation.Remove remove -> add(resolver.resolve(remove.path()), ScimValue.Null.NULL);
        }
    }

    private void add(@Nullable PatchPath path, ScimValue value) {
        if (path == null) {
            pathless.targets(value).forEach(assignment -> add(assignment.target(), assignment.value()));
        } else {
            add(resolver.resolve(path), value);
        }
    }

    boolean contain(ResolvedAttribute path) {
        var extension = path.extension();
        return names.contains(path.whole().toString()) || (extension != null && names.contains(extension.id()));
    }

    /// Whether the operations give the singular attribute or sub-attribute at `path` a value or take it away,
    /// and not only another part of the same attribute.
    boolean assign(ResolvedAttribute path) {
        return assigned.contains(path.toString());
    }

    private void add(PatchTarget target, ScimValue value) {
        switch (target) {
            case PatchTarget.Attribute(var path) -> {
                names.add(path.whole().toString());
                addAssigned(path, value);
            }
            case PatchTarget.Elements elements -> names.add(elements.path().toString());
            case PatchTarget.Extension(Schema schema) -> names.add(schema.id());
            case PatchTarget.Core _ -> {
                if (value instanceof ScimValue.Complex) {
                    pathless.targets(value).forEach(assignment -> add(assignment.target(), assignment.value()));
                }
            }
            case PatchTarget.Custom _ -> {}
        }
    }

    private void addAssigned(ResolvedAttribute path, ScimValue value) {
        assigned.add(path.toString());
        if (path.subAttribute() == null && value instanceof ScimValue.Complex(var members)) {
            path.attribute().subAttributes().stream()
                    .filter(sub -> members.keySet().stream().anyMatch(sub::isNamed))
                    .forEach(sub -> assigned.add(path.at(sub).toString()));
        }
    }
}
