package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Checks a whole resource, in the form in which it is held, against the characteristics `required` and
/// `mutability` (RFC 7643 §7) the rule of one primary element (RFC 7643 §2.4) and the number of elements. The
/// values themselves have been checked when they were read.
public final class SchemaValidator {
    /// The most elements that an attribute may hold. Each PATCH operation on it walks them all.
    public static final int MAX_ELEMENTS = 2_000;

    private final ResourceType type;

    public SchemaValidator(ResourceType type) {
        this.type = type;
    }

    /// Checks a resource that is about to be created, with its write-only values.
    ///
    /// @throws ScimException `invalidValue` naming the attribute
    public void checkCreated(ScimValue.Complex attributes) {
        checkRequired(attributes, _ -> false);
        checkElements(attributes);
    }

    /// Checks a resource that is about to replace its former self. Write-only values may be absent: the former
    /// ones stay in force, but for those of the attributes in `unassigned`.
    ///
    /// @throws ScimException `invalidValue` naming the attribute, `mutability` where an immutable value differs
    public void checkChanged(ScimValue.Complex old, ScimValue.Complex changed, Set<ResolvedAttribute> unassigned) {
        checkRequired(
                changed, path -> path.attribute().mutability() == Mutability.WRITE_ONLY && !unassigned.contains(path));
        checkElements(changed);
        for (var path : type.attributes()) {
            checkImmutable(path, old.find(path), changed.find(path));
        }
    }

    private void checkRequired(ScimValue.Complex attributes, Predicate<ResolvedAttribute> mayBeAbsent) {
        checkRequired(null, type.schema().attributes(), attributes, mayBeAbsent);
        for (var extension : type.extensions()) {
            var schema = extension.schema();
            if (attributes.find(schema.id()) instanceof ScimValue.Complex container) {
                checkRequired(schema, schema.attributes(), container, mayBeAbsent);
            } else if (extension.required()) {
                if (!mayHoldWhatIsAbsent(schema, mayBeAbsent)) {
                    throw ScimException.invalidValue(schema.id(), "is a required extension: send it");
                }
                checkRequired(schema, schema.attributes(), ScimValue.Complex.EMPTY, mayBeAbsent);
            }
        }
    }

    // What is write-only is kept elsewhere, and may be all there is of an extension.
    private static boolean mayHoldWhatIsAbsent(Schema extension, Predicate<ResolvedAttribute> mayBeAbsent) {
        return extension.attributes().stream()
                .map(attribute -> new ResolvedAttribute(extension, attribute, null))
                .anyMatch(mayBeAbsent);
    }

    private static void checkRequired(
            @Nullable Schema extension,
            List<SchemaAttribute> definitions,
            ScimValue.Complex container,
            Predicate<ResolvedAttribute> mayBeAbsent) {
        for (var attribute : definitions) {
            var value = container.find(attribute.name());
            var path = new ResolvedAttribute(extension, attribute, null);
            if (isMissing(attribute, value) && !mayBeAbsent.test(path)) {
                throw missing(path);
            }
            switch (value) {
                case ScimValue.Complex complex -> checkSubAttributes(path, complex);
                case ScimValue.MultiValued(var elements) ->
                    elements.forEach(element -> checkSubAttributes(path, element));
                case null, default -> {}
            }
        }
    }

    private static void checkSubAttributes(ResolvedAttribute path, ScimValue element) {
        if (element instanceof ScimValue.Complex complex) {
            for (var sub : path.attribute().subAttributes()) {
                if (isMissing(sub, complex.find(sub.name()))) {
                    throw missing(path.at(sub));
                }
            }
        }
    }

    private static boolean isMissing(SchemaAttribute attribute, @Nullable ScimValue value) {
        if (!attribute.required() || attribute.isReadOnly()) {
            return false;
        }
        return switch (value) {
            case null -> true;
            case ScimValue.Text(var text) -> isBlank(text);
            case ScimValue other -> other.isUnassigned();
        };
    }

    // Nothing that a reader could see: spaces, controls and format characters alone.
    private static boolean isBlank(String text) {
        return Folding.fold(text)
                .codePoints()
                .allMatch(c ->
                        Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isIdentifierIgnorable(c));
    }

    private static ScimException missing(ResolvedAttribute path) {
        return ScimException.invalidValue(path.toString(), "is required: send a value that is not empty");
    }

    private void checkElements(ScimValue.Complex attributes) {
        for (var path : type.attributes()) {
            if (attributes.find(path) instanceof ScimValue.MultiValued value) {
                checkSize(path, value);
                PrimaryElement.refuseSeveral(path, value.elements());
            }
        }
    }

    /// Checks the number of elements of a value.
    ///
    /// @throws ScimException `invalidValue` above {@link #MAX_ELEMENTS}
    public static void checkSize(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.MultiValued(var elements) && elements.size() > MAX_ELEMENTS) {
            throw ScimException.invalidValue(path.toString(), "holds more than " + MAX_ELEMENTS + " elements");
        }
    }

    private static void checkImmutable(ResolvedAttribute path, @Nullable ScimValue old, @Nullable ScimValue changed) {
        if (old == null) {
            return;
        }
        if (path.target().mutability() == Mutability.IMMUTABLE && !old.equals(changed)) {
            throw ScimException.mutability(
                    path.toString(), "is immutable: it can be set once and not be changed or removed afterwards");
        }
        // Elements of a multi-valued attribute come and go as wholes; what changes within one is for PATCH to say.
        if (old instanceof ScimValue.Complex oldParts) {
            var parts = changed instanceof ScimValue.Complex complex ? complex : ScimValue.Complex.EMPTY;
            path.attribute()
                    .subAttributes()
                    .forEach(sub -> checkImmutable(path.at(sub), oldParts.find(sub.name()), parts.find(sub.name())));
        }
    }
}
