package dev.rollcall.scim.patch;

import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.schema.DistinctElements;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import dev.rollcall.scim.tolerance.Tolerances;
import org.jspecify.annotations.Nullable;

/// The operation remove on one attribute (RFC 7644 §3.5.2.2). Removing what is not there changes nothing.
final class RemoveStep implements AttributeStep {
    private final Tolerances tolerances;
    private final ValueReader reader;

    RemoveStep(Tolerances tolerances) {
        this.tolerances = tolerances;
        reader = new ValueReader(tolerances);
    }

    /// Where `sent` is a value, only the elements listed in it go: Microsoft Entra ID names the members to
    /// remove that way.
    @Override
    public ScimValue attribute(ResolvedAttribute path, @Nullable ScimValue current, ScimValue sent) {
        if (!path.target().multiValued() || sent instanceof ScimValue.Null) {
            return ScimValue.Null.NULL;
        }
        var listed = new DistinctElements(path.target());
        ElementList.of(sent).stream()
                .map(element -> reader.readElement(path, element))
                .filter(element -> !element.isUnassigned())
                .forEach(listed::add);
        var index = new ElementIndex(path, listed.list());
        return new ScimValue.MultiValued(ElementList.of(current).stream()
                .filter(element -> !index.holdsPartOf(element))
                .toList());
    }

    @Override
    public ScimValue elements(PatchTarget.Elements target, @Nullable ScimValue current, ScimValue sent) {
        var list = new ElementList(target.path());
        for (var element : ElementList.of(current)) {
            if (!FilterEvaluator.matchesElement(target.condition(), element)) {
                list.keep(element);
            } else if (target.sub() != null && element instanceof ScimValue.Complex complex) {
                var changed = complex.without(target.sub().name());
                AttributeWriter.refuseElementChange(target.path(), complex, changed);
                if (!changed.isEmpty()) {
                    list.keep(changed);
                }
            }
        }
        return list.value(tolerances);
    }
}
