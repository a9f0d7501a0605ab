package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import java.util.LinkedHashMap;
import java.util.Map;

/// The element that a filter describes: what its equality terms say, and what the client sent for it.
final class NewElement {
    private NewElement() {}

    /// The element to make where the filter of `target` matches none, as Microsoft Entra ID expects of
    /// `emails[type eq "work"].value`.
    ///
    /// @throws ScimException `noTarget` where the filter does not describe such an element
    static ScimValue of(PatchTarget.Elements target, ScimValue sent, ValueReader reader) {
        var sub = target.sub();
        if (!target.path().attribute().multiValued()) {
            throw noTarget(target);
        }
        var given = sub == null ? sent : ScimValue.Complex.EMPTY.with(sub.name(), sent);
        var element = read(target, given, reader);
        if (element.isUnassigned() || !FilterEvaluator.matchesElement(target.condition(), element)) {
            throw noTarget(target);
        }
        return element;
    }

    /// The element that was sent, in whatever form, with what the filter of `target` says about it.
    static ScimValue read(PatchTarget.Elements target, ScimValue sent, ValueReader reader) {
        var object = reader.asOne(target.path(), sent);
        return reader.readElement(
                target.path(),
                object instanceof ScimValue.Complex complex ? withTerms(target.condition(), complex) : object);
    }

    /// The object that was sent, with those equality terms of the condition that it says nothing about.
    private static ScimValue withTerms(Condition condition, ScimValue.Complex sent) {
        var members = sent.members();
        var all = new LinkedHashMap<>(members);
        terms(condition).forEach((name, value) -> {
            if (members.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                all.put(name, value);
            }
        });
        return new ScimValue.Complex(all);
    }

    private static Map<String, ScimValue> terms(Condition condition) {
        var terms = new LinkedHashMap<String, ScimValue>();
        switch (condition) {
            case Condition.And(var operands) -> operands.forEach(operand -> terms.putAll(terms(operand)));
            case Condition.Compare compare -> {
                var sub = compare.attribute().subAttribute();
                if (compare.op() == CompareOp.EQ && sub != null) {
                    terms.put(sub.name(), compare.operand());
                }
            }
            case Condition.Or _, Condition.Not _, Condition.Present _, Condition.ElementMatches _ -> {}
        }
        return terms;
    }

    static ScimException noTarget(PatchTarget.Elements target) {
        return ScimException.noTarget(
                "No element of '" + target.path() + "' meets the filter in the path: add the element first");
    }
}
