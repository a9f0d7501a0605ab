package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.ScimValue;
import java.util.List;

/// Writes a tree as filter text, with no more parentheses than it needs: `parse(print(filter))` equals `filter`
/// in strict mode.
final class FilterPrinter {
    private final StringBuilder text = new StringBuilder();

    private FilterPrinter() {}

    static String print(Filter filter) {
        var printer = new FilterPrinter();
        printer.write(filter);
        return printer.text.toString();
    }

    private void write(Filter filter) {
        switch (filter) {
            case Filter.And(var operands) -> writeJoined(operands, " and ");
            case Filter.Or(var operands) -> writeJoined(operands, " or ");
            case Filter.Not(var operand) -> {
                text.append("not ");
                writeGroup(operand);
            }
            case Filter.Present(var path) -> text.append(path).append(" pr");
            case Filter.Comparison(var path, var op, var value) -> {
                text.append(path).append(' ').append(op.keyword()).append(' ');
                writeValue(value);
            }
            case Filter.ValuePath(var path, var valueFilter) -> {
                text.append(path).append('[');
                write(valueFilter);
                text.append(']');
            }
        }
    }

    private void writeJoined(List<Filter> operands, String connective) {
        var first = true;
        for (var operand : operands) {
            if (!first) {
                text.append(connective);
            }
            first = false;
            // An `and` inside an `or` binds tighter by itself.
            if (operand instanceof Filter.Or || (operand instanceof Filter.And && connective.equals(" and "))) {
                writeGroup(operand);
            } else {
                write(operand);
            }
        }
    }

    private void writeGroup(Filter filter) {
        text.append('(');
        write(filter);
        text.append(')');
    }

    private void writeValue(ScimValue value) {
        switch (value) {
            case ScimValue.Text(var string) -> writeString(string);
            case ScimValue.Bool(var bool) -> text.append(bool);
            case ScimValue.Numeric(var number) -> text.append(number);
            case ScimValue.Null _ -> text.append("null");
            case ScimValue.MultiValued _, ScimValue.Complex _ ->
                throw new IllegalStateException("a filter compares simple values only");
        }
    }

    private void writeString(String string) {
        text.append('"');
        for (var i = 0; i < string.length(); i++) {
            var c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
