package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.DateTimes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.math.BigDecimal;
import java.util.Optional;

/// Which operators go with which type (RFC 7644 Table 3), and the operand in the type of the attribute.
final class OperandTyping {
    // Beyond this a number written out is longer than any filter.
    private static final int MAX_SCALE = 16_384;

    private final Tolerances tolerances;

    OperandTyping(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /// The operand of `op` on the simple attribute `path`.
    ///
    /// @throws ScimException `invalidFilter` where operator, type and value do not go together
    ScimValue typed(ResolvedAttribute path, CompareOp op, ScimValue operand) {
        refuseOperator(path, op);
        return switch (path.target().type()) {
            case STRING, REFERENCE, BINARY -> text(operand).orElseThrow(() -> misfit(path, "text in double quotes"));
            case BOOLEAN -> bool(operand).orElseThrow(() -> misfit(path, "true or false, without quotes"));
            case INTEGER, DECIMAL -> number(operand).orElseThrow(() -> misfit(path, "a number, without quotes"));
            case DATE_TIME ->
                dateTime(operand)
                        .orElseThrow(
                                () -> misfit(path, "a dateTime in double quotes, such as \"2026-01-31T10:00:00Z\""));
            case COMPLEX -> throw new IllegalArgumentException(path + " is complex");
        };
    }

    private static void refuseOperator(ResolvedAttribute path, CompareOp op) {
        var type = path.target().type();
        var fits = switch (type) {
            case STRING, REFERENCE -> true;
            case BOOLEAN, BINARY -> !op.isSubstring() && !op.isOrdering();
            case INTEGER, DECIMAL, DATE_TIME -> !op.isSubstring();
            case COMPLEX -> true;
        };
        if (!fits) {
            var others = type == AttributeType.BOOLEAN || type == AttributeType.BINARY
                    ? "eq, ne or pr"
                    : "eq, ne, gt, ge, lt, le or pr";
            throw ScimException.invalidFilter("Filter: attribute '" + path + "' is of type " + type.keyword()
                    + ", which '" + op.keyword() + "' does not compare: use " + others);
        }
    }

    // What stood unquoted may look like another type than it is.
    private Optional<ScimValue> text(ScimValue operand) {
        return switch (operand) {
            case ScimValue.Text text -> Optional.of(text);
            case ScimValue.Numeric(var number)
            when tolerances.forgive(Tolerance.UNQUOTED_OPERAND) -> Optional.of(ScimValue.of(written(number)));
            case ScimValue.Bool(var bool)
            when tolerances.forgive(Tolerance.UNQUOTED_OPERAND) -> Optional.of(ScimValue.of(Boolean.toString(bool)));
            case ScimValue.Numeric _,
                    ScimValue.Bool _,
                    ScimValue.Null _,
                    ScimValue.MultiValued _,
                    ScimValue.Complex _ -> Optional.empty();
        };
    }

    private static String written(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= MAX_SCALE ? number.toPlainString() : number.toString();
    }

    private Optional<ScimValue> bool(ScimValue operand) {
        if (operand instanceof ScimValue.Bool) {
            return Optional.of(operand);
        }
        if (operand instanceof ScimValue.Text(var text)) {
            for (var value : new boolean[] {true, false}) {
                if (text.equalsIgnoreCase(Boolean.toString(value)) && tolerances.forgive(Tolerance.TEXT_AS_BOOLEAN)) {
                    return Optional.of(ScimValue.of(value));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ScimValue> number(ScimValue operand) {
        if (operand instanceof ScimValue.Text(var text)
                && OperandParser.isNumber(text)
                && (OperandParser.isLeftAsText(text, tolerances) || tolerances.forgive(Tolerance.TEXT_AS_NUMBER))) {
            return OperandParser.decimal(text).map(ScimValue.Numeric::new);
        }
        return operand instanceof ScimValue.Numeric ? Optional.of(operand) : Optional.empty();
    }

    private static Optional<ScimValue> dateTime(ScimValue operand) {
        return operand instanceof ScimValue.Text(var text)
                        && DateTimes.parse(text).isPresent()
                ? Optional.of(operand)
                : Optional.empty();
    }

    private static ScimException misfit(ResolvedAttribute path, String expected) {
        return ScimException.invalidFilter("Filter: attribute '" + path + "' is of type "
                + path.target().type().keyword() + " and is compared with " + expected);
    }
}
