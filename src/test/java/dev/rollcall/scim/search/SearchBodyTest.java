package dev.rollcall.scim.search;

import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static dev.rollcall.scim.tolerance.Tolerance.DRAFT_URN;
import static dev.rollcall.scim.tolerance.Tolerance.MISSING_SCHEMAS;
import static dev.rollcall.scim.tolerance.Tolerance.ONE_AS_LIST;
import static dev.rollcall.scim.tolerance.Tolerance.OTHER_SCHEMAS;
import static dev.rollcall.scim.tolerance.Tolerance.TEXT_AS_NUMBER;
import static dev.rollcall.scim.tolerance.Tolerance.UNKNOWN_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchBodyTest {
    private static final String URI = "'schemas': ['" + SearchBody.SEARCH_REQUEST + "']";
    private static final int MOST = 200;

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments("'count': 3", Set.of(MISSING_SCHEMAS)),
                arguments("'schemas': [], 'count': 3", Set.of(MISSING_SCHEMAS)),
                arguments("'schemas': '" + SearchBody.SEARCH_REQUEST + "', 'count': 3", Set.of(ONE_AS_LIST)),
                arguments("'schemas': ['urn:x:y'], 'count': 3", Set.of(OTHER_SCHEMAS)),
                arguments("'schemas': ['urn:scim:schemas:core:2.0:SearchRequest'], 'count': 3", Set.of(DRAFT_URN)),
                arguments(URI + ", 'count': '3'", Set.of(TEXT_AS_NUMBER)),
                arguments(URI + ", 'COUNT': '3', 'startIndex': '1'", Set.of(TEXT_AS_NUMBER)),
                arguments(URI + ", 'count': 3, 'attributes': 'userName'", Set.of(ONE_AS_LIST)),
                arguments(URI + ", 'count': 3, 'excludedAttributes': 'emails, name.givenName'", Set.of(ONE_AS_LIST)),
                arguments(URI + ", 'count': 3, 'domain': 'x'", Set.of(UNKNOWN_MEMBER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    @Proves({"SE-003", "SE-004"})
    void readsOtherFormsOfTheMessageWhereTheyAreForgiven(String members, Set<Tolerance> needed) {
        var compatible = Tolerances.of(ConformanceMode.COMPATIBLE);

        var message = read(members, compatible);

        assertThat(message.pageSize(MOST)).isEqualTo(3);
        assertThat(message.firstIndex()).isEqualTo(1);
        assertThat(compatible.noted()).isEqualTo(needed);
        assertThat(read(members, Tolerances.of(needed))).isEqualTo(message);
        var others = EnumSet.copyOf(ConformanceMode.COMPATIBLE.tolerances());
        others.removeAll(needed);
        for (var tolerances : List.of(Tolerances.of(ConformanceMode.STRICT), Tolerances.of(others))) {
            assertThatExceptionOfType(ScimException.class).isThrownBy(() -> read(members, tolerances));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'attributes': 'userName' | 'attributes': ['userName']",
                "'attributes': ' userName , emails.value,' | 'attributes': ['userName', 'emails.value']",
                "'excludedAttributes': 'name,emails' | 'excludedAttributes': ['name', 'emails']",
                "'attributes': '' | 'attributes': []",
                "'count': '0' | 'count': 0",
                "'count': '-5' | 'count': -5",
                "'startIndex': '99999999999999999999' | 'startIndex': 99999999999999999999"
            })
    void readsTextAsAQueryStringHasIt(String text, String meant) {
        var compatible = Tolerances.of(ConformanceMode.COMPATIBLE);

        assertThat(read(URI + "," + text, compatible))
                .isEqualTo(read(URI + "," + meant, Tolerances.of(ConformanceMode.STRICT)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'count': '1e9'",
                "'startIndex': '--1'",
                "'count': 'x'",
                "'count': '1.5'",
                "'count': '+'",
                "'count': '３'",
                "'count': 1e9",
                "'count': 0.5",
                "'count': [3]",
                "'count': true",
                "'startIndex': [[[]]]",
                "'attributes': [1]",
                "'attributes': 5",
                "'attributes': [['userName']]",
                "'filter': 5"
            })
    @Proves("SE-005")
    void refusesWhatIsNoNumberOrNameInBothModes(String member) {
        for (var mode : ConformanceMode.values()) {
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> used(read(URI + "," + member, Tolerances.of(mode))))
                    .satisfies(refusal -> assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, ''", "0, x", "9, ''", "9, x", "-, ''"})
    void numbersOfAMegabyteAreReadInNoTime(String digit, String end) {
        var text = digit.repeat(1_000_000) + end;
        var message = read(URI + ", 'count': '" + text + "'", Tolerances.of(ConformanceMode.COMPATIBLE));

        if (end.isEmpty() && !digit.equals("-")) {
            assertThat(message.pageSize(MOST)).isEqualTo(digit.equals("0") ? 0 : MOST);
        } else {
            assertThatExceptionOfType(ScimException.class).isThrownBy(() -> message.pageSize(MOST));
        }
    }

    private static void used(SearchMessage message) {
        message.pageSize(MOST);
        message.firstIndex();
    }

    private static SearchMessage read(String members, Tolerances tolerances) {
        return SearchBody.read(object(("{" + members + "}").replace('\'', '"')), tolerances);
    }
}
