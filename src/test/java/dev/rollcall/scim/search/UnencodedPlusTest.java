package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnencodedPlusTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "userName eq \"a b@x\" | userName eq \"a b@x\" or userName eq \"a+b@x\"",
                "userName eq \"a b c@x\" | userName eq \"a b c@x\" or userName eq \"a+b+c@x\"",
                "title pr and emails eq \"a b@x\" | title pr and (emails eq \"a b@x\" or emails eq \"a+b@x\")",
                "not (userName eq \"a b@x\") | not (userName eq \"a b@x\" or userName eq \"a+b@x\")",
                "emails[value eq \"a b@x\"] or title pr | "
                        + "emails[value eq \"a b@x\" or value eq \"a+b@x\"] or title pr",
                "meta.created ge \"2026-01-31T10:00:00 02:00\" | meta.created ge \"2026-01-31T10:00:00+02:00\"",
                "meta[created lt \"2026-01-31T10:00:00.5 02:00\"] | meta[created lt \"2026-01-31T10:00:00.5+02:00\"]",
            })
    void alsoLooksForThePlus(String filter, String normalised) {
        assertThat(UnencodedPlus.normalise(
                        FilterParser.parse(filter, Tolerances.of(ConformanceMode.COMPATIBLE)), SchemaFixtures.USER))
                .hasToString(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"a+b@x\"",
                "displayName eq \"Jane Doe\"",
                "userName sw \"a b@x\"",
                "title ge \"2026-01-31T10:00:00 02:00\"",
                "nope ge \"2026-01-31T10:00:00 02:00\"",
                "meta.created ge \"2026-01-31 10:00:00 02:00\"",
                "active eq true and title pr"
            })
    void leavesOtherFiltersAlone(String filter) {
        var parsed = FilterParser.parse(filter, Tolerances.of(ConformanceMode.COMPATIBLE));
        assertThat(UnencodedPlus.normalise(parsed, SchemaFixtures.USER)).isEqualTo(parsed);
    }
}
