package dev.rollcall.scim.tolerance;

import dev.rollcall.connection.ConnectionTolerances;
import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.connection.ToleranceOverrides;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes `docs/tolerances.md`: the introduction, and the tolerances in tables by what they are about.
final class TolerancesDocument {
    private static final String HEAD = """
            | Name | What is sent | Who sends it | What it is taken to mean | Compatible | Strict | Entra |
            |---|---|---|---|---|---|---|
            """;

    /// The first of each table.
    private static final Map<Tolerance, String> HEADINGS = Map.of(
            Tolerance.COUNTRY, "Forms of values",
            Tolerance.EMPTY_TEXT, "Forms of JSON",
            Tolerance.MISSING_SCHEMAS, "Forms of messages",
            Tolerance.REMOVE_WITH_VALUE, "PATCH",
            Tolerance.UNQUOTED_OPERAND, "Filters and searches",
            Tolerance.BULK_PATH_WITHOUT_SLASH, "Bulk requests",
            Tolerance.ABSENT_MEMBER, "What is said of others",
            Tolerance.GROUP_UNSEEN, "Answers");

    private static final Set<Tolerance> COMPATIBLE = defaults(ConformanceMode.COMPATIBLE, IdentityProvider.OTHER);
    private static final Set<Tolerance> STRICT = defaults(ConformanceMode.STRICT, IdentityProvider.OTHER);
    private static final Set<Tolerance> ENTRA = defaults(ConformanceMode.COMPATIBLE, IdentityProvider.ENTRA);

    private TolerancesDocument() {}

    /// The whole text.
    static String text(String introduction) {
        return Arrays.stream(Tolerance.values())
                .map(tolerance -> heading(tolerance) + row(tolerance))
                .collect(Collectors.joining("", introduction, ""));
    }

    private static String heading(Tolerance tolerance) {
        return HEADINGS.containsKey(tolerance) ? "\n### " + HEADINGS.get(tolerance) + "\n\n" + HEAD : "";
    }

    private static String row(Tolerance tolerance) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        tolerance.keyword(),
                        cell(tolerance.sent()),
                        cell(tolerance.by()),
                        cell(tolerance.meaning()),
                        verdict(COMPATIBLE, tolerance),
                        verdict(STRICT, tolerance),
                        verdict(ENTRA, tolerance));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String verdict(Set<Tolerance> forgiven, Tolerance tolerance) {
        return forgiven.contains(tolerance) ? "forgiven" : "refused";
    }

    private static Set<Tolerance> defaults(ConformanceMode mode, IdentityProvider product) {
        return new ConnectionTolerances(mode, product, ToleranceOverrides.NONE).forgiven();
    }
}
