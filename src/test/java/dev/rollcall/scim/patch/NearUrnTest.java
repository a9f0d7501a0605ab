package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.patch.Patches.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A path that is nearly one below a URN of ours is never one of the client's own.
class NearUrnTest {
    private static final String HELD = "{'active': true}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            COREactive                                          | CORE:active
            urn:ietf:params:scim:schemas:core:2.0:Usr:active    | CORE:active
            urn:ietf:params:scim:schemas:core:2.0:Users:name.familyname | CORE:name.familyName
            urn:ietf:params:scim:schemas:core:1.0:User:active   | CORE:active
            URN:IETF:PARAMS:SCIM:schema:core:2.0:user:Active    | CORE:active
            CORE.activ                                          | -
            CORE:name.familyName.x                              | -
            urn:ietf:params:scim:schemas:core:2.0:Usr           | CORE
            urn:ietf:params:scim:schemas:core:2.0:active        | -
            urn:ietf:params:scim:schemas:core:2.0:Group:active  | -
            ENTERPRISEdepartment                                | ENTERPRISE:department
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:Usr:department | ENTERPRISE:department
            urn:ietf:params:scim:api:messages:2.0:active        | -
            BADGEnumber                                         | BADGE:number
            urn:example:params:scim:schemas:badge:1.0:Usr:number | BADGE:number
            BADGE:office:code                                   | -
            urn:scim:schemas:core:1.0:active                    | -
            """)
    void isNoPath(String path, String meant) {
        for (var mode : ConformanceMode.values()) {
            var refusal = refusal("{'op': 'replace', 'path': '" + path + "', 'value': false}", mode);
            assertThat(refusal.scimType()).as(path + " " + mode).contains(ScimType.INVALID_PATH);
            if (meant != null) {
                assertThat(refusal.detail()).contains("did you mean " + written(meant) + "?");
            } else {
                assertThat(refusal.detail()).doesNotContain("did you mean");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "COREactive",
                "urn:ietf:params:scim:schemas:core:2.0:Usr:active",
                "urn:ietf:params:scim:schemas:core:2.0:Usr",
                "urn:ietf:params:scim:schemas:core:2.0:Usr:emails[type eq `work`].value",
                "CORE active",
                "BADGE:office:code",
                "urn:scim:schemas:core:1.0"
            })
    void isNoNameInAValueWithoutPath(String name) {
        var operation = "{'op': 'replace', 'value': {'title': 'T', '" + name + "': {'active': false}}}";

        assertThat(refusal(operation, ConformanceMode.COMPATIBLE).scimType()).contains(ScimType.INVALID_PATH);
        assertThat(refusal(operation, ConformanceMode.STRICT).scimType()).contains(ScimType.INVALID_SYNTAX);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "urn:ietf:params:scim:schemas:acme:2.0:User",
                "ENTERPRISE:desk",
                "ENTERPRISE.desk",
                "CORE:shoeSize",
                "shoeSize"
            })
    void unknownNamesInAValueWithoutPathAreNotedAsSuch(String name) {
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);
        var operation = "{'op': 'replace', 'value': {'active': false, '" + name + "': {'a': 1}}}";

        assertThat(patched(json(HELD), operation, tolerances)).isEqualTo(json("{'active': false}"));
        assertThat(tolerances.noted()).contains(Tolerance.UNKNOWN_ATTRIBUTE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'op': 'add', 'path': 'ACME:desk', 'value': 'D4'}",
                "{'op': 'add', 'value': {'ACME': {'desk': 'D4'}}}",
            })
    void anExtensionOfSomebodysOwnIsKeptThoughItBeginsLikeThoseOfScim(String operation) {
        var tolerances = Tolerances.of(ConformanceMode.COMPATIBLE);
        var acme = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";

        assertThat(patched(json("{}"), operation.replace("ACME", acme), tolerances))
                .isEqualTo(json("{'" + acme + "': {'desk': 'D4'}}"));
        assertThat(tolerances.noted()).contains(Tolerance.FOREIGN_URN);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"urn:example:params:scim:schemas:badge:1.0:Usr:shoe", "urn:acme:x:User:active"})
    void otherUrnsAreTheClientsOwn(String path) {
        var operation = "{'op': 'add', 'path': '" + path + "', 'value': false}";

        assertThat(patched(json(HELD), operation, Tolerances.of(ConformanceMode.COMPATIBLE)))
                .isNotEqualTo(json(HELD));
    }

    private static ScimException refusal(String operation, ConformanceMode mode) {
        return catchThrowableOfType(ScimException.class, () -> patched(HELD, operation, mode));
    }

    private static String written(String notation) {
        return notation.replace("CORE", SchemaFixtures.CORE)
                .replace("ENTERPRISE", SchemaFixtures.ENTERPRISE)
                .replace("BADGE", SchemaFixtures.BADGE);
    }
}
