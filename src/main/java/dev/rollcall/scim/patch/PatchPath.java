package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The path of an operation (RFC 7644 §3.5.2, Figure 7) as it was written; nothing is looked up yet.
///
/// ```
/// PATH = attrPath / attrPath "[" valFilter "]" ["." subAttr] / attrPath SP "pr" / attrPath SP compareOp SP value
/// ```
///
/// The last two forms select elements of a multi-valued attribute, simple or complex, as brackets do:
/// `emails.type eq "work"` is read as `emails[type eq "work"]`, and `colors eq "red"` as `colors[value eq
/// "red"]`. A URI alone is the container of an extension.
public record PatchPath(
        AttributePath attribute,
        @Nullable Filter valueFilter,
        @Nullable String subAttribute) {
    private static final int MAX_LENGTH = 20_000;
    private static final Pattern EXPRESSION = Pattern.compile("\\S+\\s+(\\w+)(?:[\\s\"].*)?", Pattern.DOTALL);

    /// Reads a path.
    ///
    /// @throws ScimException `invalidPath` for a malformed path, `invalidFilter` for a malformed filter in it
    public static PatchPath parse(String text, Tolerances tolerances) {
        if (text.length() > MAX_LENGTH) {
            throw invalid(text, "is longer than " + MAX_LENGTH + " characters");
        }
        var bracket = text.indexOf('[');
        if (bracket >= 0 && !isExpression(text.substring(0, bracket))) {
            return valuePath(text, bracket, tolerances);
        }
        if (isExpression(text)) {
            return expression(text, tolerances);
        }
        return new PatchPath(
                AttributePath.parse(text)
                        .orElseThrow(() -> invalid(
                                text, "is no path, such as title, name.familyName or emails[type eq \"work\"].value")),
                null,
                null);
    }

    private static PatchPath valuePath(String text, int bracket, Tolerances tolerances) {
        // Behind a URI the type says which dot belongs to it.
        var attribute = AttributePath.parse(text.substring(0, bracket))
                .filter(path -> path.subAttribute() == null || path.uri() != null)
                .orElseThrow(() -> invalid(text, "takes the name of one attribute before '['"));
        if (text.indexOf(']', bracket) < 0) {
            throw invalid(text, "never closes the bracket that it opens");
        }
        var read = FilterParser.parseValueFilter(text, bracket + 1, tolerances);
        var rest = text.substring(read.end());
        if (rest.isEmpty()) {
            return new PatchPath(attribute, read.filter(), null);
        }
        var subAttribute = AttributePath.parse(rest.substring(1))
                .filter(path -> rest.startsWith(".") && path.uri() == null && path.subAttribute() == null)
                .orElseThrow(() -> invalid(text, "takes nothing, or a dot and a sub-attribute, behind ']'"));
        return new PatchPath(attribute, read.filter(), subAttribute.name());
    }

    private static boolean isExpression(String text) {
        var parts = EXPRESSION.matcher(text);
        return parts.matches()
                && (parts.group(1).equalsIgnoreCase("pr")
                        || CompareOp.of(parts.group(1)).isPresent());
    }

    private static PatchPath expression(String text, Tolerances tolerances) {
        return switch (FilterParser.parse(text, tolerances)) {
            case Filter.Comparison(var path, var op, var value) ->
                new PatchPath(whole(path), new Filter.Comparison(inner(path), op, value), null);
            case Filter.Present(var path) -> new PatchPath(whole(path), new Filter.Present(inner(path)), null);
            case Filter.And _, Filter.Or _, Filter.Not _, Filter.ValuePath _ ->
                throw invalid(text, "takes one comparison; put several into brackets behind the attribute");
        };
    }

    private static AttributePath whole(AttributePath path) {
        return new AttributePath(path.uri(), path.name(), null);
    }

    private static AttributePath inner(AttributePath path) {
        return AttributePath.of(path.subAttribute() == null ? "value" : path.subAttribute());
    }

    private static ScimException invalid(String text, String why) {
        return ScimException.invalidPath(ScimException.printable(text), why);
    }

    /// The path in the form with brackets.
    @Override
    public String toString() {
        var filtered = valueFilter == null ? attribute.toString() : attribute + "[" + valueFilter + "]";
        return subAttribute == null ? filtered : filtered + "." + subAttribute;
    }
}
