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

    MentionedAttributes(TargetResolver resolver, PathlessValue pathless) {
        this.resolver = resolver;
        this.pathless = pathless;
    }

    void add(PatchOperation operation) {
        switch (operation) {
            case PatchOperation.Add(var path, var value) -> add(path, value);
            case PatchOperation.Replace(var path, var value) -> add(path, value);
            case PatchOperation.Remove remove -> add(resolver.resolve(remove.path()));
        }
    }

    private void add(@Nullable PatchPath path, ScimValue value) {
        if (path == null) {
            pathless.targets(value).forEach(this::add);
        } else {
            add(resolver.resolve(path));
        }
    }

    boolean contain(ResolvedAttribute path) {
        var extension = path.extension();
        return names.contains(path.whole().toString()) || (extension != null && names.contains(extension.id()));
    }

    private void add(PatchTarget target) {
        switch (target) {
            case PatchTarget.Attribute(var path) -> names.add(path.whole().toString());
            case PatchTarget.Elements elements -> names.add(elements.path().toString());
            case PatchTarget.Extension(Schema schema) -> names.add(schema.id());
            case PatchTarget.Custom _ -> {}
        }
    }
}
