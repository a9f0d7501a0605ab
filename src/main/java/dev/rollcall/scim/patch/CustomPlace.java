package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where a path under a URN that no schema has leads to: the member of the resource that is named by the URN, and
/// the names below it. No schema says where the URN ends and an attribute begins, so what is held does, in
/// whatever case; and where nothing is held the value: an object is the whole content, anything else one member.
record CustomPlace(String urn, List<String> names) {

    /// The place for what was sent; null where it is the place alone that is asked for.
    static CustomPlace of(ScimValue.Complex attributes, AttributePath path, ScimValue sent) {
        var whole = new CustomPlace(spelling(attributes, path.toString()), List.of());
        var below = below(attributes, path);
        if (below.isEmpty() || whole.find(attributes) instanceof ScimValue.Complex) {
            return whole;
        }
        return below.stream()
                .filter(place -> !place.find(attributes).isUnassigned())
                .findFirst()
                .orElseGet(() -> sent instanceof ScimValue.Complex ? whole : below.getFirst());
    }

    /// True for what may be the whole content under a URN.
    static boolean fitsWhole(ScimValue sent) {
        return sent instanceof ScimValue.Complex || sent instanceof ScimValue.Null;
    }

    // The likeliest first. A name with a dot may end a URN, be that of a member, or lead into one.
    private static List<CustomPlace> below(ScimValue.Complex attributes, AttributePath path) {
        if (path.uri() == null || path.name().isEmpty()) {
            return List.of();
        }
        var urn = spelling(attributes, path.uri());
        var sub = path.subAttribute();
        if (sub == null) {
            return List.of(new CustomPlace(urn, List.of(path.name())));
        }
        var longer = spelling(attributes, path.uri() + ":" + path.name());
        var places = new ArrayList<CustomPlace>();
        if (attributes.find(longer) instanceof ScimValue.Complex) {
            places.add(new CustomPlace(longer, List.of(sub)));
        }
        var parent = new CustomPlace(urn, List.of(path.name())).find(attributes);
        if (parent.isUnassigned() || parent instanceof ScimValue.Complex) {
            places.add(new CustomPlace(urn, List.of(path.name(), sub)));
        }
        places.add(new CustomPlace(urn, List.of(path.name() + "." + sub)));
        return places;
    }

    /// True where this is all there is under the URN.
    boolean isWhole() {
        return names.isEmpty();
    }

    /// The value there; null where there is none.
    ScimValue find(ScimValue.Complex attributes) {
        ScimValue found = member(attributes, urn);
        for (var name : names) {
            found = found instanceof ScimValue.Complex object ? member(object, name) : ScimValue.Null.NULL;
        }
        return found;
    }

    /// The attributes with the value there, or without it where it is unassigned.
    ScimValue.Complex with(ScimValue.Complex attributes, ScimValue value) {
        var content = isWhole() ? value : set(member(attributes, urn), names, value);
        var read = ValueReader.readCustom(urn, content);
        return read.isUnassigned() ? attributes.without(urn) : attributes.with(urn, read);
    }

    private static ScimValue.Complex set(ScimValue held, List<String> names, ScimValue value) {
        var object = held instanceof ScimValue.Complex complex ? complex : ScimValue.Complex.EMPTY;
        return changed(
                object,
                names.getFirst(),
                former -> names.size() == 1 ? value : set(former, names.subList(1, names.size()), value));
    }

    /// The object with a change to one of its members, or without that where nothing is left of it.
    static ScimValue.Complex changed(ScimValue.Complex object, String name, UnaryOperator<ScimValue> change) {
        var key = spelling(object, name);
        var value = change.apply(member(object, key));
        return value.isUnassigned() ? object.without(key) : object.with(key, value);
    }

    /// The member that is called so in any case; null where there is none.
    static ScimValue member(ScimValue.Complex object, String name) {
        var found = object.find(spelling(object, name));
        return found == null ? ScimValue.Null.NULL : found;
    }

    /// The name as it is held, whatever case it was sent in.
    static String spelling(ScimValue.Complex object, String name) {
        return object.members().keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }
}
