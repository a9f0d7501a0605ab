package dev.rollcall.scim.patch;

import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import dev.rollcall.scim.tolerance.Tolerances;
import org.jspecify.annotations.Nullable;

/// The operation add on one attribute (RFC 7644 §3.5.2.1). What is there already stays as it is.
final class AddStep implements AttributeStep {
    private final Tolerances tolerances;
    private final ValueReader reader;
    private final ValueMerge merge;

    AddStep(Tolerances tolerances) {
        this.tolerances = tolerances;
        reader = new ValueReader(tolerances);
        merge = new ValueMerge(tolerances);
    }

    @Override
    public ScimValue attribute(ResolvedAttribute path, @Nullable ScimValue current, ScimValue sent) {
        if (!path.target().multiValued()) {
            var one = reader.asOne(path, sent);
            var isNothing = path.target().isComplex() && one.equals(ScimValue.Complex.EMPTY);
            return isNothing && current != null ? current : merge.singular(path, current, one);
        }
        var array = sent instanceof ScimValue.MultiValued || sent.isUnassigned() ? sent : ScimValue.array(sent);
        return appended(path, current, reader.read(path, array));
    }

    private ScimValue appended(ResolvedAttribute path, @Nullable ScimValue current, ScimValue added) {
        var elements = ElementList.of(current);
        var held = new ElementIndex(path, elements);
        var list = new ElementList(path);
        elements.forEach(list::keep);
        if (added instanceof ScimValue.MultiValued(var newElements)) {
            newElements.stream().filter(element -> !held.holds(element)).forEach(list::put);
        }
        return list.value(tolerances);
    }

    @Override
    public ScimValue elements(PatchTarget.Elements target, @Nullable ScimValue current, ScimValue sent) {
        var list = new ElementList(target.path());
        var matched = false;
        for (var element : ElementList.of(current)) {
            if (FilterEvaluator.matchesElement(target.condition(), element)) {
                matched = true;
                var changed = changed(target, element, sent);
                if (changed.equals(element)) {
                    list.keep(element);
                } else {
                    list.put(changed);
                }
            } else {
                list.keep(element);
            }
        }
        if (!matched && !sent.isUnassigned()) {
            list.put(NewElement.of(target, sent, reader));
        }
        return list.value(tolerances);
    }

    private ScimValue changed(PatchTarget.Elements target, ScimValue element, ScimValue sent) {
        if (!(element instanceof ScimValue.Complex complex)) {
            return sent.isUnassigned() ? element : reader.readElement(target.path(), reader.asOne(target.path(), sent));
        }
        var changed = target.sub() == null
                ? merge.element(target.path(), complex, sent)
                : merge.withSub(target.written(), complex, sent);
        AttributeWriter.refuseElementChange(target.path(), complex, changed);
        return changed;
    }
}
