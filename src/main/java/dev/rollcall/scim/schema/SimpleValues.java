package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads values of the simple types (RFC 7643 §2.3). Formats that are forgiven are kept as they were sent; a scalar
/// of another JSON type becomes the one that it plainly stands for.
final class SimpleValues {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

    private final Tolerances tolerances;

    SimpleValues(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /// Reads a value of `path`, which is of a simple type.
    ///
    /// @throws ScimException `invalidValue` naming the attribute
    ScimValue read(ResolvedAttribute path, ScimValue value) {
        return switch (path.target().type()) {
            case STRING -> canonical(path.target(), text(path, value, "a string"));
            case BOOLEAN -> bool(path, value);
            case INTEGER -> number(path, value, true, "takes an integer, without fraction or exponent");
            case DECIMAL -> number(path, value, false, "takes a number");
            case DATE_TIME -> dateTime(path, value);
            case BINARY -> binary(path, value);
            case REFERENCE -> reference(path, value);
            case COMPLEX -> throw new IllegalStateException("complex value of " + path + " read as a simple one");
        };
    }

    private ScimValue.Text text(ResolvedAttribute path, ScimValue value, String kind) {
        var text = value instanceof ScimValue.Text given
                ? given
                : scalar(value)
                        .filter(_ -> tolerances.forgive(Tolerance.SCALAR_AS_TEXT))
                        .map(ScimValue.Text::new)
                        .orElseThrow(() -> invalid(path, "takes " + kind));
        StorableText.check(path.toString(), text.value());
        return text;
    }

    private static Optional<String> scalar(ScimValue value) {
        return switch (value) {
            case ScimValue.Bool(var bool) -> Optional.of(Boolean.toString(bool));
            case ScimValue.Numeric(var number) -> JsonNumbers.print(number);
            case ScimValue.Text _, ScimValue.Null _, ScimValue.MultiValued _, ScimValue.Complex _ -> Optional.empty();
        };
    }

    // Clients compare the types that they know in lower case, whatever case they sent.
    private static ScimValue canonical(SchemaAttribute attribute, ScimValue.Text text) {
        if (attribute.caseExact()) {
            return text;
        }
        return attribute.canonicalValues().stream()
                .filter(canonical -> canonical.equalsIgnoreCase(text.value()))
                .findFirst()
                .map(ScimValue::of)
                .orElse(text);
    }

    private ScimValue bool(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Bool) {
            return value;
        }
        var isForgiven = value instanceof ScimValue.Text(var text)
                && ("true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text))
                && tolerances.forgive(Tolerance.TEXT_AS_BOOLEAN);
        if (isForgiven && value instanceof ScimValue.Text(var text)) {
            return ScimValue.of(Boolean.parseBoolean(text));
        }
        throw invalid(path, "is boolean: send true or false");
    }

    private ScimValue number(ResolvedAttribute path, ScimValue value, boolean isInteger, String refusal) {
        var number = value instanceof ScimValue.Text(var text)
                ? JsonNumbers.parse(text.strip()).<ScimValue>map(ScimValue.Numeric::new)
                : Optional.of(value);
        return number.filter(read -> read instanceof ScimValue.Numeric(var digits)
                        && (!isInteger || digits.scale() == 0)
                        && (read.equals(value) || tolerances.forgive(Tolerance.TEXT_AS_NUMBER)))
                .orElseThrow(() -> invalid(path, refusal));
    }

    private static ScimValue dateTime(ResolvedAttribute path, ScimValue value) {
        if (value instanceof ScimValue.Text(var text) && DateTimes.parse(text).isPresent()) {
            return value;
        }
        throw invalid(path, "takes a dateTime such as 2026-01-31T10:00:00Z");
    }

    private ScimValue binary(ResolvedAttribute path, ScimValue value) {
        var text = text(path, value, "base64 text");
        var digits = text.value().replace("=", "").length();
        var isBase64 = BASE64.matcher(text.value()).matches() && digits % 4 != 1;
        if (!isBase64 && !tolerances.forgive(Tolerance.BINARY)) {
            throw invalid(path, "takes base64 text");
        }
        return text;
    }

    private ScimValue reference(ResolvedAttribute path, ScimValue value) {
        var text = text(path, value, "a URI");
        if (!isUri(text.value()) && !tolerances.forgive(Tolerance.URL)) {
            throw invalid(path, "takes a URI");
        }
        return text;
    }

    private static boolean isUri(String text) {
        try {
            var _ = new URI(text);
            return true;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static ScimException invalid(ResolvedAttribute path, String why) {
        return ScimException.invalidValue(path.toString(), why);
    }
}
