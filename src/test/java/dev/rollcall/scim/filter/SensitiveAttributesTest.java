package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveAttributesTest {
    private final SensitiveAttributes sensitive = sensitive(
            "Emails.value", "name", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "emails.value eq \"a\"|emails.value",
                "EMAILS eq \"a\"|emails.value",
                "emails[type eq \"work\" and value co \"a\"]|emails.value",
                "title pr and not (emails[type eq \"work\"].value ne \"a\")|emails.value",
                "name.familyName sw \"J\"|name.familyName",
                "urn:ietf:params:scim:schemas:extension:ENTERPRISE:2.0:User:employeeNumber eq \"1\""
                        + "|urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber"
            })
    @Proves("SC-002")
    void areFoundWhereverAFilterComparesThem(String filter, String found) {
        assertThat(sensitive.comparedIn(condition(filter)).map(Object::toString))
                .contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"userName eq \"a\"", "emails.type eq \"work\"", "emails pr", "name pr", "not (emails.value pr)"})
    void doNotMakeOtherAttributesSensitive(String filter) {
        assertThat(sensitive.comparedIn(condition(filter))).isEmpty();
        assertThat(sensitive().comparedIn(condition("emails.value eq \"a\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "name.first", "urn:x:y:a", "", "a b"})
    void exist(String name) {
        assertThatThrownBy(() -> sensitive(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    private static SensitiveAttributes sensitive(String... names) {
        return new SensitiveAttributes(List.of(names), List.of(EveryType.USER));
    }

    private static Condition condition(String filter) {
        return new FilterResolver(EveryType.USER, Tolerances.of(ConformanceMode.STRICT))
                .resolve(FilterParser.parse(filter, Tolerances.of(ConformanceMode.STRICT)));
    }
}
