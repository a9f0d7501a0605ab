package dev.rollcall.scim.schema.check;

import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of one object of a definition. A member of another JSON type than it should have is reported and
/// taken for absent.
record Members(Place place, ScimValue.Complex object) {

    /// Reports members that have no meaning: a misspelt characteristic would silently be its default.
    void refuseOthersThan(Set<String> names) {
        for (var name : object.members().keySet()) {
            require(name, names.contains(name), "is unknown; known are " + sorted(names));
        }
    }

    /// Reports `what` about a member unless `condition` holds.
    void require(String name, boolean condition, String what) {
        place.member(name).require(condition, what);
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    Optional<String> text(String name) {
        return switch (given(name)) {
            case null -> Optional.empty();
            case ScimValue.Text(var text) -> Optional.of(text);
            case ScimValue _ -> {
                place.member(name).problem("must be a string");
                yield Optional.empty();
            }
        };
    }

    /// A text that has to be there and to say something.
    Optional<String> requiredText(String name) {
        var text = text(name).filter(value -> !value.isBlank());
        if (text.isEmpty() && (given(name) == null || given(name) instanceof ScimValue.Text)) {
            place.member(name).problem("is required");
        }
        return text;
    }

    boolean flag(String name) {
        return switch (given(name)) {
            case null -> false;
            case ScimValue.Bool(var flag) -> flag;
            case ScimValue _ -> {
                place.member(name).problem("must be true or false");
                yield false;
            }
        };
    }

    /// The strings of an array.
    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        var elements = elements(name);
        for (var i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof ScimValue.Text(var text)) {
                texts.add(text);
            } else {
                place.member(name).element(i).problem("must be a string");
            }
        }
        return texts;
    }

    /// The objects of an array.
    List<Members> objects(String name) {
        var objects = new ArrayList<Members>();
        var elements = elements(name);
        for (var i = 0; i < elements.size(); i++) {
            var at = place.member(name).element(i);
            if (elements.get(i) instanceof ScimValue.Complex element) {
                objects.add(new Members(at, element));
            } else {
                at.problem("must be an object");
            }
        }
        return objects;
    }

    private List<ScimValue> elements(String name) {
        return switch (given(name)) {
            case null -> List.of();
            case ScimValue.MultiValued(var elements) -> elements;
            case ScimValue _ -> {
                place.member(name).problem("must be an array");
                yield List.of();
            }
        };
    }

    private @Nullable ScimValue given(String name) {
        return object.find(name) instanceof ScimValue.Null ? null : object.find(name);
    }
}
