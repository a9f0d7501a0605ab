package dev.rollcall.api.body;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.rollcall.refusal.RefusedException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What could not be read of a body.
///
/// @param root the field of the body itself in which it stands; empty where it is not in a field
record UnreadableField(String root, RefusedException.Violation violation) {

    static UnreadableField of(JsonMappingException failure) {
        var path = failure.getPath().stream().map(UnreadableField::name).toList();
        var field = String.join(".", path);
        return new UnreadableField(
                path.isEmpty() ? "" : path.getFirst(),
                new RefusedException.Violation(field, sentence("'" + field + "'", failure)));
    }

    private static String name(JsonMappingException.Reference step) {
        return step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
    }

    private static String sentence(String field, JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                field + " is not known here. Known are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ".";
            case MismatchedInputException mismatch -> field + " is " + expected(mismatch.getTargetType()) + ".";
            default ->
                failure.getCause() instanceof InputCoercionException range
                        ? field + " is " + expected(range.getTargetType()) + "."
                        : field + " cannot be read.";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of " + Keywords.all(type);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == UUID.class) {
            return "an identifier: a UUID";
        }
        if (type == Instant.class) {
            return "a time such as 2030-01-31T12:00:00Z";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        return Number.class.isAssignableFrom(type) ? "a whole number" : "an object";
    }
}
