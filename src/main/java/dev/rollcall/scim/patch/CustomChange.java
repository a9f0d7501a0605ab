package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes of what is held under a URN that no schema has. They follow the operations on other attributes as far
/// as that can be without a schema: an array is a multi-valued attribute, an object a complex one.
final class CustomChange {
    private final Tolerances tolerances;

    CustomChange(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /// The attributes with what was sent for `path` added: to an array that is there, elements that it does not
    /// have yet.
    ScimValue.Complex add(ScimValue.Complex attributes, PatchPath path, ScimValue sent) {
        return put(attributes, path, sent, CustomValue::added);
    }

    /// The attributes with what was sent for `path` in place of what is there; null removes, and an object
    /// replaces the members that it has.
    ScimValue.Complex replace(ScimValue.Complex attributes, PatchPath path, ScimValue sent) {
        return put(attributes, path, sent, CustomValue::replaced);
    }

    /// The attributes without what `path` names, or without those of its values that are listed.
    ScimValue.Complex remove(ScimValue.Complex attributes, PatchPath path, ScimValue listed) {
        var place = CustomPlace.of(attributes, path.attribute(), ScimValue.Null.NULL);
        var filter = path.valueFilter();
        var held = place.find(attributes);
        if (filter != null) {
            return place.with(attributes, elements(path, filter, held, ScimValue.Null.NULL, CustomValue::replaced));
        }
        var left = listed instanceof ScimValue.Null ? listed : CustomValue.without(held, ElementList.of(listed));
        return place.with(attributes, left);
    }

    /// What one operation makes of the value there and the value sent.
    private interface Step {
        ScimValue of(ScimValue held, ScimValue sent);
    }

    private ScimValue.Complex put(ScimValue.Complex attributes, PatchPath path, ScimValue sent, Step step) {
        var filter = path.valueFilter();
        var place = CustomPlace.of(attributes, path.attribute(), filter == null ? sent : ScimValue.Null.NULL);
        var held = place.find(attributes);
        var value = filter == null
                ? Optional.of(step.of(held, sent))
                : changed(path, filter, held, sent, step).or(() -> described(path, filter, held, sent));
        if (value.isEmpty() || (place.isWhole() && !CustomPlace.fitsWhole(value.get()))) {
            skip(path);
            return attributes;
        }
        return place.with(attributes, value.get());
    }

    private static Optional<ScimValue> changed(
            PatchPath path, Filter filter, ScimValue held, ScimValue sent, Step step) {
        return elements(held).stream().anyMatch(element -> isMeant(path, filter, element))
                ? Optional.of(elements(path, filter, held, sent, step))
                : Optional.empty();
    }

    // The elements and the one that the filter describes, if it is of their kind.
    private static Optional<ScimValue> described(PatchPath path, Filter filter, ScimValue held, ScimValue sent) {
        var described = CustomFilter.described(filter, path.subAttribute(), sent);
        var isRoom = !(described instanceof ScimValue.MultiValued)
                && (held.isUnassigned() || held instanceof ScimValue.MultiValued)
                && elements(held).stream()
                        .allMatch(element -> element.getClass().equals(described.getClass()));
        return isRoom && !sent.isUnassigned() && CustomFilter.matches(filter, described)
                ? Optional.of(CustomValue.added(held, ScimValue.array(described)))
                : Optional.empty();
    }

    private static List<ScimValue> elements(ScimValue held) {
        return ElementList.of(held.isUnassigned() ? null : held);
    }

    private void skip(PatchPath path) {
        if (!tolerances.forgive(Tolerance.FOREIGN_PATH)) {
            throw ScimException.invalidPath(
                    ScimException.printable(path.toString()), "leads to nothing under that URN: add it first");
        }
    }

    private static ScimValue elements(PatchPath path, Filter filter, ScimValue held, ScimValue sent, Step step) {
        var sub = path.subAttribute();
        UnaryOperator<ScimValue> change = element -> {
            if (!isMeant(path, filter, element)) {
                return element;
            }
            if (sub != null && element instanceof ScimValue.Complex complex) {
                return CustomPlace.changed(complex, sub, former -> step.of(former, sent));
            }
            return step.of(element, sent);
        };
        if (!(held instanceof ScimValue.MultiValued(var elements))) {
            return change.apply(held);
        }
        // Elements that become equal are one.
        return new ScimValue.MultiValued(elements.stream()
                .map(change)
                .filter(element -> !element.isUnassigned())
                .distinct()
                .toList());
    }

    private static boolean isMeant(PatchPath path, Filter filter, ScimValue element) {
        return CustomFilter.matches(filter, element)
                && (path.subAttribute() == null || element instanceof ScimValue.Complex);
    }
}
