package dev.rollcall.scim.search;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Clients that put a filter into a query string without percent-encoding its `+` are read by the rules of
/// forms, where `+` is a space.
///
/// They look for `jane test@example.com`, find nobody and create a duplicate. Addresses hold no spaces, so such
/// an operand of `eq` also matches with its spaces read as `+`. And they compare a dateTime with
/// `2026-01-31T10:00:00 02:00`, which is none: there the space can only have been a `+`.
///
/// For filters from a query string only; in a JSON body a `+` arrives as it is.
final class UnencodedPlus {
    private static final Pattern BROKEN_DATE_TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+) (\\d\\d:\\d\\d)");

    private final ResourceType type;

    private UnencodedPlus(ResourceType type) {
        this.type = type;
    }

    /// The filter on resources of `type` as it was meant.
    static Filter normalise(Filter filter, ResourceType type) {
        return new UnencodedPlus(type).meant(filter, null);
    }

    private Filter meant(Filter filter, @Nullable AttributePath within) {
        return switch (filter) {
            case Filter.And(var operands) -> new Filter.And(all(operands, within));
            case Filter.Or(var operands) -> new Filter.Or(all(operands, within));
            case Filter.Not(var operand) -> new Filter.Not(meant(operand, within));
            case Filter.ValuePath(var path, var valueFilter) -> new Filter.ValuePath(path, meant(valueFilter, path));
            case Filter.Comparison(var path, var op, ScimValue.Text(var text))
            when text.indexOf(' ') >= 0 -> comparison(path, op, text, within);
            case Filter.Comparison _, Filter.Present _ -> filter;
        };
    }

    private List<Filter> all(List<Filter> operands, @Nullable AttributePath within) {
        return operands.stream().map(operand -> meant(operand, within)).toList();
    }

    private Filter comparison(AttributePath path, CompareOp op, String text, @Nullable AttributePath within) {
        var broken = BROKEN_DATE_TIME.matcher(text);
        if (broken.matches() && isDateTime(within == null ? path : in(within, path))) {
            return new Filter.Comparison(path, op, ScimValue.of(broken.replaceFirst("$1+$2")));
        }
        var asItIs = new Filter.Comparison(path, op, ScimValue.of(text));
        return op == CompareOp.EQ && text.indexOf('@') >= 0
                ? new Filter.Or(List.of(asItIs, new Filter.Comparison(path, op, ScimValue.of(text.replace(' ', '+')))))
                : asItIs;
    }

    private static AttributePath in(AttributePath attribute, AttributePath sub) {
        return new AttributePath(attribute.uri(), attribute.name(), sub.name());
    }

    private boolean isDateTime(AttributePath path) {
        return type.resolve(path)
                .filter(found -> found.target().type() == AttributeType.DATE_TIME)
                .isPresent();
    }
}
