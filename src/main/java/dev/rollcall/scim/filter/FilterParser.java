package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;

/// Reads filter text (RFC 7644 §3.4.2.2, Figure 1, with its errata): one method per rule of the grammar.
///
/// ```
/// FILTER  = and *("or" and)
/// and     = factor *("and" factor)
/// factor  = "(" FILTER ")" / "not" "(" FILTER ")" / path expression / path "[" FILTER "]" ["." name expression]
/// expression = "pr" / operator value
/// ```
///
/// Keywords ignore case and extra white space is taken. A value path with a sub-attribute behind it is read as
/// one more condition on the same element. Values without quotes may be forgiven.
public final class FilterParser {
    private static final String OPERATORS = "use eq, ne, co, sw, ew, gt, ge, lt, le or pr";

    private final FilterText text;
    private final Tolerances tolerances;
    private final FilterLimits limits;
    private final OperandParser operands;
    private boolean inBrackets;
    private int depth;
    private int terms;

    private FilterParser(String text, int from, Tolerances tolerances, FilterLimits limits) {
        if (text.length() - from > limits.characters()) {
            throw ScimException.invalidFilter(
                    from + limits.characters(),
                    "filters of more than " + limits.characters() + " characters are refused");
        }
        this.text = new FilterText(text, from);
        this.tolerances = tolerances;
        this.limits = limits;
        operands = new OperandParser(this.text, tolerances);
    }

    /// A value filter that was read out of a larger text, and the position behind its closing bracket.
    public record ValueFilter(Filter filter, int end) {}

    /// Reads a whole filter within the default limits.
    ///
    /// @throws ScimException `invalidFilter` with the position
    public static Filter parse(String text, Tolerances tolerances) {
        return parse(text, tolerances, FilterLimits.DEFAULT);
    }

    /// Reads a whole filter within `limits`.
    ///
    /// @throws ScimException `invalidFilter` with the position
    public static Filter parse(String text, Tolerances tolerances, FilterLimits limits) {
        var parser = new FilterParser(text, 0, tolerances, limits);
        var filter = parser.or();
        parser.text.skipSpace();
        if (parser.text.peek() != FilterText.END) {
            throw parser.unexpected();
        }
        return filter;
    }

    /// Reads the filter between the brackets of a PATCH path (RFC 7644 §3.5.2, Figure 7). `from` is the
    /// position behind the opening bracket.
    ///
    /// @throws ScimException `invalidFilter` with the position in `text`
    public static ValueFilter parseValueFilter(String text, int from, Tolerances tolerances) {
        var parser = new FilterParser(text, from, tolerances, FilterLimits.DEFAULT);
        var filter = parser.valueFilter(from - 1);
        return new ValueFilter(filter, parser.text.position());
    }

    private Filter or() {
        var alternatives = new ArrayList<Filter>(List.of(and()));
        while (connective("or")) {
            alternatives.add(and());
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : new Filter.Or(alternatives);
    }

    private Filter and() {
        var conditions = new ArrayList<Filter>(List.of(factor()));
        while (connective("and")) {
            conditions.add(factor());
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Filter.And(conditions);
    }

    private boolean connective(String keyword) {
        var start = text.position();
        var spaced = text.skipSpace();
        var position = text.position();
        if (!text.word().equalsIgnoreCase(keyword)) {
            text.moveTo(start);
            return false;
        }
        var separated = spaced && (text.isAtSpace() || text.peek() == FilterText.END);
        if (!separated && !tolerances.forgive(Tolerance.MISSING_SPACE)) {
            throw ScimException.invalidFilter(position, "'" + keyword + "' needs a space on both sides");
        }
        return true;
    }

    private Filter factor() {
        text.skipSpace();
        var start = text.position();
        if (text.take('(')) {
            return group(start);
        }
        var word = text.word();
        text.skipSpace();
        if (word.equalsIgnoreCase("not") && text.take('(')) {
            return new Filter.Not(group(start));
        }
        if (word.isEmpty()) {
            text.moveTo(start);
            throw unexpected();
        }
        var path = path(word, start);
        var bracket = text.position();
        return text.take('[') ? valuePath(path, bracket) : expression(path);
    }

    private Filter group(int start) {
        enter(start);
        var filter = or();
        text.skipSpace();
        if (text.peek() == FilterText.END) {
            throw ScimException.invalidFilter(start, "the parenthesis that opens here is never closed");
        }
        if (!text.take(')')) {
            throw unexpected();
        }
        depth--;
        return filter;
    }

    private Filter valuePath(AttributePath path, int bracket) {
        if (inBrackets) {
            throw ScimException.invalidFilter(bracket, "brackets cannot stand inside brackets");
        }
        if (path.subAttribute() != null) {
            throw ScimException.invalidFilter(
                    bracket, "brackets stand behind an attribute, not behind a sub-attribute");
        }
        var filter = valueFilter(bracket);
        if (!text.take('.')) {
            return new Filter.ValuePath(path, filter);
        }
        var start = text.position();
        var subAttribute = subAttribute(text.word(), start);
        return new Filter.ValuePath(path, new Filter.And(List.of(filter, expression(subAttribute))));
    }

    private Filter valueFilter(int bracket) {
        enter(bracket);
        inBrackets = true;
        var filter = or();
        text.skipSpace();
        if (text.peek() == FilterText.END) {
            throw ScimException.invalidFilter(bracket, "the bracket that opens here is never closed");
        }
        if (!text.take(']')) {
            throw unexpected();
        }
        inBrackets = false;
        depth--;
        return filter;
    }

    private Filter expression(AttributePath path) {
        text.skipSpace();
        var start = text.position();
        var keyword = text.word();
        if (++terms > limits.terms()) {
            throw ScimException.invalidFilter(start, "filters of more than " + limits.terms() + " terms are refused");
        }
        if (keyword.equalsIgnoreCase("pr")) {
            return new Filter.Present(path);
        }
        var op = CompareOp.of(keyword).orElseThrow(() -> noOperator(path, keyword, start));
        return new Filter.Comparison(path, op, operands.parse(op));
    }

    private AttributePath path(String word, int start) {
        if (inBrackets) {
            return subAttribute(word, start);
        }
        return AttributePath.parse(word)
                .orElseThrow(() -> ScimException.invalidFilter(
                        start, "'" + ScimException.printable(word) + "' is no attribute name"));
    }

    private static AttributePath subAttribute(String word, int start) {
        return AttributePath.parse(word)
                .filter(path -> path.uri() == null && path.subAttribute() == null)
                .orElseThrow(() -> ScimException.invalidFilter(
                        start,
                        "'" + ScimException.printable(word) + "' is no name of a sub-attribute, as brackets need it"));
    }

    private void enter(int position) {
        if (++depth > limits.depth()) {
            throw ScimException.invalidFilter(
                    position, "filters nested deeper than " + limits.depth() + " levels are refused");
        }
    }

    private static ScimException noOperator(AttributePath path, String keyword, int start) {
        if (path.toString().equalsIgnoreCase("not")) {
            return ScimException.invalidFilter(start, "'not' takes parentheses, as in not (title pr)");
        }
        if (keyword.isEmpty()) {
            return ScimException.invalidFilter(
                    start,
                    "an operator is missing behind '" + ScimException.printable(path.toString()) + "': " + OPERATORS);
        }
        return ScimException.invalidFilter(
                start, "'" + ScimException.printable(keyword) + "' is no operator: " + OPERATORS);
    }

    private ScimException unexpected() {
        var why = switch (text.peek()) {
            case FilterText.END -> "the filter ends where an attribute name is expected";
            case ')' -> "this parenthesis closes none, or an attribute name is missing before it";
            case ']' -> "this bracket closes none, or an attribute name is missing before it";
            case '"' -> "a value cannot stand here: begin with the name of an attribute";
            case '[' -> "this bracket cannot stand here: brackets follow the name of an attribute";
            default ->
                "'and' or 'or' is expected here; a value that holds spaces takes double quotes, "
                        + "and a double quote or backslash inside it a backslash before it";
        };
        return ScimException.invalidFilter(text.position(), why);
    }
}
