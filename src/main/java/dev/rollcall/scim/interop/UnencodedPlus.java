package dev.rollcall.scim.interop;

import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;

/// Clients that put an e-mail address into a query string without percent-encoding its `+` are read by the
/// rules of forms, where `+` is a space: they look for `jane test@example.com`, find nobody and create a
/// duplicate. Addresses hold no spaces, so such an operand of `eq` also matches with its spaces read as `+`.
///
/// For filters from a query string in compatible mode only; in a JSON body a `+` arrives as it is.
public final class UnencodedPlus {
    private UnencodedPlus() {}

    /// The filter, widened where an operand of `eq` holds both a space and an `@`.
    public static Filter normalise(Filter filter) {
        return switch (filter) {
            case Filter.And(var operands) -> new Filter.And(all(operands));
            case Filter.Or(var operands) -> new Filter.Or(all(operands));
            case Filter.Not(var operand) -> new Filter.Not(normalise(operand));
            case Filter.ValuePath(var path, var valueFilter) -> new Filter.ValuePath(path, normalise(valueFilter));
            case Filter.Comparison(var path, var op, ScimValue.Text(var text))
            when op == CompareOp.EQ -> isBroken(text) ? either(path, text) : filter;
            case Filter.Comparison _, Filter.Present _ -> filter;
        };
    }

    private static List<Filter> all(List<Filter> operands) {
        return operands.stream().map(UnencodedPlus::normalise).toList();
    }

    private static boolean isBroken(String text) {
        return text.indexOf(' ') >= 0 && text.indexOf('@') >= 0;
    }

    private static Filter either(AttributePath path, String text) {
        return new Filter.Or(List.of(
                new Filter.Comparison(path, CompareOp.EQ, ScimValue.of(text)),
                new Filter.Comparison(path, CompareOp.EQ, ScimValue.of(text.replace(' ', '+')))));
    }
}
