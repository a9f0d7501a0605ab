package dev.rollcall.scim.schema;

import static dev.rollcall.scim.testing.SchemaFixtures.BADGE;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.badgeUser;
import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaValidatorTest {
    private final SchemaValidator validator = new SchemaValidator(BADGE_USER);

    @ParameterizedTest(name = "AT-020 {1} is required in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|'userName'",
                "{'userName': ''}|'userName'",
                "{'userName': ' \\t '}|'userName'",
                "{'userName': '\\u200b\\u3000'}|'userName'",
                "{'userName': 'x', 'BADGE': {'copies': 1}}|BADGE:number",
                "{'userName': 'x', 'BADGE': {'number': '1', 'office': {'floor': '2'}}}|BADGE:office.code"
            },
            quoteCharacter = '`')
    @Proves({"AT-020", "US-003"})
    void refusesMissingRequiredValues(String attributes, String named) {
        var refusal = refusal(() -> validator.checkCreated(held(attributes)));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
        assertThat(refusal.detail()).contains(named.replace("BADGE", BADGE));
        assertThat(refusal(() -> validator.checkChanged(held("{'userName': 'x'}"), held(attributes), Set.of()))
                        .detail())
                .isEqualTo(refusal.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'userName': 'x'}",
                "{'userName': 'x', 'BADGE': {'number': '1'}}",
                "{'userName': 'x', 'emails': [{'value': 'a', 'primary': true}, {'value': 'b', 'primary': false}]}"
            })
    void acceptsWhatTheSchemaAllows(String attributes) {
        assertThatCode(() -> validator.checkCreated(held(attributes))).doesNotThrowAnyException();
        assertThatCode(() -> validator.checkChanged(held(attributes), held(attributes), Set.of()))
                .doesNotThrowAnyException();
    }

    @Test
    @Proves("CM-016")
    void refusesAResourceWithoutARequiredExtension() {
        var strict = new SchemaValidator(badgeUser(true));

        assertThat(refusal(() -> strict.checkCreated(held("{'userName': 'x'}"))).detail())
                .contains(BADGE);
    }

    @Test
    @Proves("AT-012")
    void refusesTwoPrimaries() {
        var two =
                held("{'userName': 'x', 'emails': [{'value': 'a', 'primary': true}, {'value': 'b', 'primary': true}]}");

        assertThat(refusal(() -> validator.checkCreated(two)).scimType()).contains(ScimType.INVALID_VALUE);
    }

    @ParameterizedTest(name = "AT-017 {0} to {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'printed': '2026-01-01T00:00:00Z'|'printed': '2027-01-01T00:00:00Z'",
                "'printed': '2026-01-01T00:00:00Z'|'copies': 2",
                "'office': {'code': 'c', 'floor': '1'}|'office': {'code': 'c', 'floor': '2'}",
                "'office': {'code': 'c', 'floor': '1'}|'office': {'code': 'c'}"
            },
            quoteCharacter = '`')
    @Proves({"AT-017", "PU-007"})
    void refusesToChangeImmutableValues(String old, String changed) {
        var refusal = refusal(() -> validator.checkChanged(badge(old), badge(changed), Set.of()));

        assertThat(refusal.scimType()).contains(ScimType.MUTABILITY);
        assertThatCode(() -> validator.checkChanged(badge("'copies': 1"), badge(old), Set.of()))
                .doesNotThrowAnyException();
    }

    private static ScimException refusal(ThrowingCallable check) {
        return catchThrowableOfType(ScimException.class, check);
    }

    private static ScimValue.Complex badge(String members) {
        return held("{'userName': 'x', 'BADGE': {'number': '1', " + members + "}}");
    }

    private static ScimValue.Complex held(String json) {
        return object(json.replace('\'', '"').replace("BADGE", BADGE));
    }
}
