package dev.rollcall.connection;

import static dev.rollcall.connection.ConnectionTolerances.Source.IDENTITY_PROVIDER;
import static dev.rollcall.connection.ConnectionTolerances.Source.MODE;
import static dev.rollcall.connection.ConnectionTolerances.Source.OVERRIDE;
import static dev.rollcall.connection.IdentityProvider.ENTRA;
import static dev.rollcall.connection.IdentityProvider.OKTA;
import static dev.rollcall.scim.tolerance.ConformanceMode.COMPATIBLE;
import static dev.rollcall.scim.tolerance.ConformanceMode.STRICT;
import static dev.rollcall.scim.tolerance.Tolerance.COUNTRY;
import static dev.rollcall.scim.tolerance.Tolerance.GROUP_UNSEEN;
import static dev.rollcall.scim.tolerance.Tolerance.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.connection.ConnectionTolerances.Source;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTolerancesTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "COMPATIBLE, OKTA,  '',             COUNTRY,      true,  MODE",
        "COMPATIBLE, OKTA,  '',             GROUP_UNSEEN, false, MODE",
        "COMPATIBLE, OKTA,  +group-unseen,  GROUP_UNSEEN, true,  OVERRIDE",
        "COMPATIBLE, OKTA,  -country,       COUNTRY,      false, OVERRIDE",
        "COMPATIBLE, OKTA,  +country,       COUNTRY,      true,  OVERRIDE",
        "COMPATIBLE, OKTA,  -country,       URL,          true,  MODE",
        "COMPATIBLE, ENTRA, '',             GROUP_UNSEEN, true,  IDENTITY_PROVIDER",
        "COMPATIBLE, ENTRA, -group-unseen,  GROUP_UNSEEN, false, OVERRIDE",
        "STRICT,     OKTA,  '',             COUNTRY,      false, MODE",
        "STRICT,     OKTA,  +country,       COUNTRY,      true,  OVERRIDE",
        "STRICT,     ENTRA, '',             GROUP_UNSEEN, false, MODE",
        "STRICT,     ENTRA, +group-unseen,  GROUP_UNSEEN, true,  OVERRIDE",
    })
    void whatIsSetForTheConnectionCountsMostThenItsProductThenItsMode(
            ConformanceMode mode,
            IdentityProvider product,
            String overrides,
            Tolerance asked,
            boolean isForgiven,
            Source by) {
        var tolerances = new ConnectionTolerances(mode, product, ToleranceOverrides.parse(overrides));

        assertThat(tolerances.forgiven().contains(asked)).isEqualTo(isForgiven);
        assertThat(tolerances.source(asked)).isEqualTo(by);
    }

    @Test
    void withoutOverridesTheModeDecidesButForWhatAProductNeeds() {
        assertThat(new ConnectionTolerances(STRICT, OKTA, ToleranceOverrides.NONE).forgiven())
                .isEmpty();
        assertThat(new ConnectionTolerances(COMPATIBLE, OKTA, ToleranceOverrides.NONE).forgiven())
                .isEqualTo(COMPATIBLE.tolerances());
        assertThat(new ConnectionTolerances(COMPATIBLE, ENTRA, ToleranceOverrides.NONE).forgiven())
                .hasSize(COMPATIBLE.tolerances().size() + 1)
                .containsAll(COMPATIBLE.tolerances())
                .contains(GROUP_UNSEEN);
    }

    @Test
    void overridesAreWrittenInTheOrderOfTheTolerancesAndReadAgain() {
        var overrides = ToleranceOverrides.NONE.with(Set.of(URL), Set.of(GROUP_UNSEEN, COUNTRY), Set.of());

        assertThat(overrides.text()).isEqualTo("-country +url -group-unseen");
        assertThat(ToleranceOverrides.parse(overrides.text())).isEqualTo(overrides);
        assertThat(ToleranceOverrides.NONE.text()).isEmpty();
    }

    @Test
    void anOverrideIsReplacedOrTakenBackAndTheOthersStay() {
        var overrides =
                ToleranceOverrides.parse("-country +url").with(Set.of(COUNTRY), Set.of(), Set.of(URL, GROUP_UNSEEN));

        assertThat(overrides.text()).isEqualTo("+country");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+of-a-newer-version", "-of-a-newer-version", "of-a-newer-version", "=country", "+", "+COUNTRY:5"
            })
    void whatAnotherVersionHasWrittenIsKeptAndDecidesNothing(String word) {
        var overrides = ToleranceOverrides.parse(word + " -country");
        var tolerances = new ConnectionTolerances(COMPATIBLE, OKTA, overrides);

        assertThat(tolerances.forgiven()).hasSize(COMPATIBLE.tolerances().size() - 1);
        assertThat(tolerances.source(COUNTRY)).isEqualTo(OVERRIDE);
        assertThat(tolerances.source(URL)).isEqualTo(MODE);
        assertThat(overrides.with(Set.of(), Set.of(), Set.of(COUNTRY)).text()).isEqualTo(word);
    }

    @Test
    void oneToleranceIsNotForgivenAndRefusedAtOnce() {
        var both = Set.of(COUNTRY);

        for (var lists : new Set<?>[][] {{both, both, Set.of()}, {both, Set.of(), both}, {Set.of(), both, both}}) {
            assertThatThrownBy(() -> with(lists))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("'country'")
                    .hasMessageEndingWith("Name it once.");
        }
    }

    @SuppressWarnings("unchecked")
    private static ToleranceOverrides with(Set<?>[] lists) {
        return ToleranceOverrides.NONE.with(
                (Set<Tolerance>) lists[0], (Set<Tolerance>) lists[1], (Set<Tolerance>) lists[2]);
    }

    @Test
    void everyOverrideOfEveryToleranceFitsIntoItsColumn() {
        var all = Set.of(Tolerance.values());

        assertThat(ToleranceOverrides.NONE.with(all, Set.of(), Set.of()).text()).hasSizeLessThan(2_000);
    }

    @Test
    void aProductOfTheListNeedsNothingOfItsOwnUnlessItsDocumentationSaysSo() {
        assertThat(new ConnectionTolerances(COMPATIBLE, ENTRA, ToleranceOverrides.NONE).source(GROUP_UNSEEN))
                .isEqualTo(IDENTITY_PROVIDER);
        assertThat(IdentityProvider.values())
                .filteredOn(product -> product != ENTRA)
                .allSatisfy(product -> assertThat(product.tolerances()).isEmpty());
    }
}
