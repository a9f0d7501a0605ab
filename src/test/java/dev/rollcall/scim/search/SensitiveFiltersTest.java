package dev.rollcall.scim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SensitiveFiltersTest {
    private static final String MAIL = "title pr and emails.value eq \"barbara@example.com\"";

    @ParameterizedTest
    @EnumSource
    @Proves({"SC-002", "SE-006"})
    void aFilterInAUrlMustNotCompareThem(ConformanceMode mode) {
        var refusal = catchThrowableOfType(
                ScimException.class, () -> condition(mode, MAIL, true, List.of("userType", "emails.value")));

        assertThat(refusal.scimType()).contains(ScimType.SENSITIVE);
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.detail()).contains("emails.value", ".search").doesNotContain("barbara");
    }

    @ParameterizedTest
    @EnumSource
    @Proves({"SC-002", "SE-006"})
    void aFilterInABodyMay(ConformanceMode mode) {
        assertThat(condition(mode, MAIL, false, List.of("emails.value"))).isNotEqualTo(Condition.NONE);
    }

    @Test
    void noneIsSensitiveUnlessItIsSaid() {
        assertThat(condition(ConformanceMode.STRICT, MAIL, true, List.of())).isNotEqualTo(Condition.NONE);
    }

    @Test
    void aNameThatNoAttributeHasStopsTheStart() {
        assertThatThrownBy(() -> filters(List.of("email"))).hasMessageContaining("'email'");
    }

    private static Condition condition(ConformanceMode mode, String filter, boolean isForm, List<String> names) {
        var message = new SearchMessage(filter, null, null, null, null, null, Projection.DEFAULT, isForm);
        return new Conditions(SearchScope.of(new Users()), Tolerances.of(mode), message, filters(names))
                .on(SchemaFixtures.USER);
    }

    private static SensitiveFilters filters(List<String> names) {
        var registry = new SchemaRegistry(List.of(SchemaFixtures.USER.schema()), List.of(SchemaFixtures.USER));
        return new SensitiveFilters(() -> Optional.of(names), registry);
    }

    private record Users() implements SearchedType {
        @Override
        public ResourceType type() {
            return SchemaFixtures.USER;
        }

        @Override
        public ResourceTable table() {
            throw new UnsupportedOperationException("nothing is searched");
        }
    }
}
