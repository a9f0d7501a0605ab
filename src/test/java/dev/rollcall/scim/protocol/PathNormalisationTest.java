package dev.rollcall.scim.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNormalisationTest {

    @ParameterizedTest
    @CsvSource({
        "/scim/v2/Users, /scim/v2/Users",
        "/scim/v2//Users, /scim/v2/Users",
        "//scim//v2/Users/, /scim/v2/Users",
        "/scim/v2/users/0/, /scim/v2/Users/0",
        "/SCIM/V2/USERS/Ab, /scim/v2/Users/Ab",
        "/scim/v2/Users/users, /scim/v2/Users/users",
        "/scim/v2/CRATES/x, /scim/v2/Crates/x",
        "/scim/v2/Nope/x, /scim/v2/Nope/x",
        "/scim/v2/Users/.search, /scim/v2/Users/.search",
        "/scim/v2/Schemas/urn%3Aietf%3Ax, /scim/v2/Schemas/urn%3Aietf%3Ax",
        "/scim/v2/, /scim/v2",
        "/, /"
    })
    void leadsToTheSameEndpoint(String sent, String matched) {
        assertThat(PathNormalisation.normal(sent, List.of("Users", "Schemas", "Crates")))
                .isEqualTo(matched);
    }
}
