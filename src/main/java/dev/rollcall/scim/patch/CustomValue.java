package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.List;

/// What operations make of a value without a definition; null stands for none. Text is compared exactly: nothing
/// says that its case makes no difference.
final class CustomValue {
    private CustomValue() {}

    /// The value after one was added to it.
    static ScimValue added(ScimValue held, ScimValue sent) {
        if (sent.isUnassigned()) {
            return sent instanceof ScimValue.Null && !(held instanceof ScimValue.MultiValued) ? sent : held;
        }
        if (held instanceof ScimValue.Complex object && sent instanceof ScimValue.Complex members) {
            return merged(object, members, true);
        }
        if (held instanceof ScimValue.MultiValued || sent instanceof ScimValue.MultiValued) {
            return joined(held, sent);
        }
        return sent;
    }

    /// The value after one was put in its place. Of an object the members that were sent.
    static ScimValue replaced(ScimValue held, ScimValue sent) {
        return held instanceof ScimValue.Complex object
                        && sent instanceof ScimValue.Complex members
                        && !sent.isUnassigned()
                ? merged(object, members, false)
                : sent;
    }

    private static ScimValue.Complex merged(ScimValue.Complex held, ScimValue.Complex sent, boolean adds) {
        var merged = held;
        for (var member : sent.members().entrySet()) {
            var value = member.getValue();
            merged = CustomPlace.changed(
                    merged, member.getKey(), former -> adds ? added(former, value) : replaced(former, value));
        }
        return merged;
    }

    private static ScimValue joined(ScimValue held, ScimValue sent) {
        var all = new ArrayList<ScimValue>();
        if (!held.isUnassigned()) {
            all.addAll(ElementList.of(held));
        }
        ElementList.of(sent).stream()
                .filter(element -> all.stream().noneMatch(there -> isPart(element, there)))
                .toList()
                .forEach(element -> {
                    if (!all.contains(element)) {
                        all.add(element);
                    }
                });
        return new ScimValue.MultiValued(all);
    }

    /// The value without those listed: elements of an array, or the value itself.
    static ScimValue without(ScimValue held, List<ScimValue> listed) {
        if (held instanceof ScimValue.MultiValued(var elements)) {
            return new ScimValue.MultiValued(elements.stream()
                    .filter(element -> listed.stream().noneMatch(one -> isPart(one, element)))
                    .toList());
        }
        return listed.stream().anyMatch(one -> isPart(one, held)) ? ScimValue.Null.NULL : held;
    }

    // An object is part of another that has all it says.
    private static boolean isPart(ScimValue part, ScimValue whole) {
        if (part instanceof ScimValue.Complex(var members) && whole instanceof ScimValue.Complex object) {
            return !members.isEmpty()
                    && members.entrySet().stream()
                            .allMatch(member -> member.getValue() instanceof ScimValue.Null
                                    || isPart(member.getValue(), CustomPlace.member(object, member.getKey())));
        }
        if (part instanceof ScimValue.Numeric(var left) && whole instanceof ScimValue.Numeric(var right)) {
            return left.compareTo(right) == 0;
        }
        return part.equals(whole);
    }
}
