package dev.rollcall.scim.patch;

import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import org.jspecify.annotations.Nullable;

/// The operation replace on one attribute (RFC 7644 §3.5.2.3). A replacement by nothing removes.
final class ReplaceStep implements AttributeStep {
    private final Tolerances tolerances;
    private final ValueReader reader;
    private final ValueMerge merge;

    ReplaceStep(Tolerances tolerances) {
        this.tolerances = tolerances;
        reader = new ValueReader(tolerances);
        merge = new ValueMerge(tolerances);
    }

    @Override
    public ScimValue attribute(ResolvedAttribute path, @Nullable ScimValue current, ScimValue sent) {
        if (!path.target().multiValued()) {
            return merge.singular(path, current, sent);
        }
        var isOne = !(sent instanceof ScimValue.MultiValued)
                && !sent.isUnassigned()
                && tolerances.forgive(Tolerance.ONE_AS_LIST);
        return reader.read(path, isOne ? ScimValue.array(sent) : sent);
    }

    @Override
    public ScimValue elements(PatchTarget.Elements target, @Nullable ScimValue current, ScimValue sent) {
        var list = new ElementList(target.path());
        var matched = false;
        for (var element : ElementList.of(current)) {
            if (FilterEvaluator.matchesElement(target.condition(), element)) {
                matched = true;
                list.put(replaced(target, element, sent));
            } else {
                list.keep(element);
            }
        }
        if (!matched) {
            if (!tolerances.forgive(Tolerance.ABSENT_TARGET)) {
                throw NewElement.noTarget(target);
            }
            if (!sent.isUnassigned()) {
                list.put(NewElement.of(target, sent, reader));
            }
        }
        return list.value(tolerances);
    }

    private ScimValue replaced(PatchTarget.Elements target, ScimValue element, ScimValue sent) {
        if (target.sub() != null && element instanceof ScimValue.Complex complex) {
            var changed = merge.withSub(target.written(), complex, sent);
            AttributeWriter.refuseElementChange(target.path(), complex, changed);
            return changed;
        }
        return sent.isUnassigned() ? ScimValue.Null.NULL : NewElement.read(target, sent, reader);
    }
}
