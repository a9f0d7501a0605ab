package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerDefaultsTest {
    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'active': false} | {}                 | {'active': false}
            {'active': true}  | {'title': 'T'}     | {'active': true, 'title': 'T'}
            {'active': true}  | {'active': false}  | {'active': false}
            {'title': 'T'}    | {}                 | {}
            """)
    void keepTheValueInForceOfWhatAChangeTookAway(String before, String after, String kept) {
        assertThat(ServerDefaults.USER.kept(json(before), json(after))).isEqualTo(json(kept));
    }
}
