package dev.rollcall.scim.projection;

import static dev.rollcall.scim.testing.SchemaFixtures.BADGE;
import static dev.rollcall.scim.testing.SchemaFixtures.BADGE_USER;
import static dev.rollcall.scim.testing.SchemaFixtures.CORE;
import static dev.rollcall.scim.testing.SchemaFixtures.ENTERPRISE;
import static dev.rollcall.scim.testing.SchemaFixtures.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectorTest {
    private static final String ALWAYS_SET = "'schemas': ['CORE'], 'id': '1', 'BADGE': {'level': 'A'}";
    private static final ScimValue.Complex BARBARA = json("""
            {'schemas': ['CORE'], 'id': '1', 'userName': 'bjensen', 'active': true,
             'name': {'givenName': 'Barbara', 'familyName': 'Jensen'},
             'emails': [{'value': 'b@x', 'type': 'work'}, {'type': 'home'}],
             'ENTERPRISE': {'department': 'R', 'manager': {'value': '2', 'displayName': 'M'}},
             'BADGE': {'level': 'A', 'number': '7', 'office': {'code': 'c', 'site': 'S', 'key': 'K'}, 'note': 'N'},
             'urn:acme:x:User': {'role': 'r', 'rank': 1},
             'meta': {'resourceType': 'User', 'created': 'd'}}
            """);

    static Stream<Arguments> attributes() {
        return Stream.of(
                arguments("AX-002 attributes", "userName", "{ALWAYS, 'userName': 'bjensen'}"),
                arguments(
                        "AX-004 names in any case, spaces and empty names",
                        " USERNAME ,, Name.GIVENNAME,",
                        "{ALWAYS, 'userName': 'bjensen', 'name': {'givenName': 'Barbara'}}"),
                arguments(
                        "AX-005 a sub-attribute of a multi-valued attribute",
                        "emails.value",
                        "{ALWAYS, 'emails': [{'value': 'b@x'}]}"),
                arguments(
                        "AX-005 the whole beats the part",
                        "name,name.givenName",
                        "{ALWAYS, 'name': {'givenName': 'Barbara', 'familyName': 'Jensen'}}"),
                arguments(
                        "AX-005 an attribute of an extension",
                        "ENTERPRISE:department",
                        "{ALWAYS, 'ENTERPRISE': {'department': 'R'}}"),
                arguments(
                        "AX-005 a sub-attribute of an extension",
                        "ENTERPRISE:manager.displayName",
                        "{ALWAYS, 'ENTERPRISE': {'manager': {'displayName': 'M'}}}"),
                arguments(
                        "AX-005 a whole extension by its URI",
                        "ENTERPRISE",
                        "{ALWAYS, 'ENTERPRISE': {'department': 'R', 'manager': {'value': '2', 'displayName': 'M'}}}"),
                arguments(
                        "AX-005 the core schema's URI before a name",
                        "CORE:userName",
                        "{ALWAYS, 'userName': 'bjensen'}"),
                arguments(
                        "AX-005 the core schema's URI alone",
                        "CORE",
                        "{ALWAYS, 'userName': 'bjensen', 'active': true,"
                                + " 'name': {'givenName': 'Barbara', 'familyName': 'Jensen'},"
                                + " 'emails': [{'value': 'b@x', 'type': 'work'}, {'type': 'home'}],"
                                + " 'meta': {'resourceType': 'User', 'created': 'd'}}"),
                arguments(
                        "AX-006 on request when named",
                        "BADGE:note",
                        "{'schemas': ['CORE'], 'id': '1', 'BADGE': {'level': 'A', 'note': 'N'}}"),
                arguments("AX-006 never, even when named", "password", "{ALWAYS}"),
                arguments(
                        "AX-006 a sub-attribute on request when named",
                        "BADGE:office.key",
                        "{'schemas': ['CORE'], 'id': '1', 'BADGE': {'level': 'A', 'office': {'key': 'K', 'site': 'S'}}}"),
                arguments(
                        "AX-006 not with the whole attribute",
                        "BADGE:office",
                        "{'schemas': ['CORE'], 'id': '1', 'BADGE': {'level': 'A', 'office': {'code': 'c', 'site': 'S'}}}"),
                arguments("AX-008 unknown names", "nope,urn:x:y,emails.nope,a b", "{ALWAYS}"),
                arguments(
                        "an object under a custom URN",
                        "urn:acme:x:user",
                        "{ALWAYS, 'urn:acme:x:User': {'role': 'r', 'rank': 1}}"),
                arguments(
                        "a member of a custom object",
                        "urn:acme:x:User:role",
                        "{ALWAYS, 'urn:acme:x:User': {'role': 'r'}}"),
                arguments("a sub-attribute of meta", "meta.created", "{ALWAYS, 'meta': {'created': 'd'}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attributes")
    @Proves({"AX-002", "AX-004", "AX-005", "AX-006", "AX-008"})
    void showsOnlyWhatIsNamed(String rule, String names, String expected) {
        var shown = new Projector(BADGE_USER, Projection.parse(urns(names), null)).apply(BARBARA);

        assertThat(shown).as(rule).isEqualTo(json(expected.replace("ALWAYS", ALWAYS_SET)));
    }

    static Stream<Arguments> excluded() {
        return Stream.of(
                arguments("AX-003 the always-set stays", "id,schemas,emails,BADGE:level", "emails"),
                arguments("AX-003 a whole extension", "ENTERPRISE", "ENTERPRISE"),
                arguments("AX-003 meta", "META", "meta"),
                arguments("AX-008 unknown names", "nope,urn:x:y", ""),
                arguments("an object under a custom URN", "urn:acme:x:User", "urn:acme:x:User"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("excluded")
    @Proves({"AX-003", "AX-008"})
    void hidesWhatIsExcluded(String rule, String names, String hidden) {
        var all = new Projector(BADGE_USER, Projection.DEFAULT).apply(BARBARA);
        var shown = new Projector(BADGE_USER, Projection.parse("", urns(names))).apply(BARBARA);

        assertThat(shown).as(rule).isEqualTo(all.without(urns(hidden)));
    }

    @Test
    @Proves("AX-005")
    void hidesExcludedSubAttributesAndMembers() {
        var shown = new Projector(
                        BADGE_USER,
                        Projection.parse(
                                null,
                                urns(
                                        "emails.type,ENTERPRISE:manager.displayName,BADGE:office.site,urn:acme:x:user:rank")))
                .apply(BARBARA);

        assertThat(shown.find("emails"))
                .isEqualTo(json("{'e': [{'value': 'b@x'}]}").find("e"));
        assertThat(shown.find(ENTERPRISE)).isEqualTo(json("{'department': 'R', 'manager': {'value': '2'}}"));
        assertThat(shown.find(BADGE))
                .isEqualTo(json("{'level': 'A', 'number': '7', 'office': {'code': 'c', 'site': 'S'}}"));
        assertThat(shown.find("urn:acme:x:User")).isEqualTo(json("{'role': 'r'}"));
    }

    @Test
    @Proves("AT-018")
    void showsTheDefaultSetWithoutParameters() {
        var shown = new Projector(BADGE_USER, Projection.parse(null, " ")).apply(BARBARA);

        assertThat(shown.find(BADGE))
                .isEqualTo(json("{'level': 'A', 'number': '7', 'office': {'code': 'c', 'site': 'S'}}"));
        assertThat(shown.without(BADGE)).isEqualTo(BARBARA.without(BADGE));
    }

    @Test
    @Proves({"AX-006", "US-012"})
    void hidesAPasswordInWhateverIsAsked() {
        var withPassword = BARBARA.with("password", ScimValue.of("secret"));
        for (var projection : List.of(
                Projection.DEFAULT,
                Projection.parse("password,CORE".replace("CORE", CORE), null),
                Projection.parse(null, "title"))) {
            assertThat(new Projector(BADGE_USER, projection, _ -> true)
                            .apply(withPassword)
                            .members())
                    .doesNotContainKey("password");
        }
    }

    @Test
    void returnsTheSameObjectWhereNothingIsHidden() {
        var plain = BARBARA.without(BADGE);

        assertThat(new Projector(BADGE_USER, Projection.DEFAULT).apply(plain)).isSameAs(plain);
    }

    @Test
    @Proves("AT-018")
    void showsOnRequestWhatAWriteSupplied() {
        var all = new Projector(BADGE_USER, Projection.DEFAULT, _ -> true).apply(BARBARA);
        var narrowed = new Projector(BADGE_USER, Projection.parse("userName", null), _ -> true).apply(BARBARA);

        assertThat(all).isSameAs(BARBARA);
        assertThat(narrowed).isEqualTo(json(("{" + ALWAYS_SET + ", 'userName': 'bjensen'}")));
    }

    @Test
    @Proves("AX-007")
    void refusesBothParameters() {
        var refusal = catchThrowableOfType(ScimException.class, () -> Projection.parse("id", "userName"));

        assertThat(refusal.scimType()).contains(ScimType.INVALID_VALUE);
    }

    @Test
    void readsTheListsOfASearchRequest() {
        assertThat(Projection.of(List.of("userName"), List.of()))
                .isEqualTo(new Projection.Only(List.of(AttributePath.of("userName"))));
    }

    private static ScimValue.Complex json(String text) {
        return object(urns(text).replace('\'', '"'));
    }

    private static String urns(String text) {
        return text.replace("ENTERPRISE", ENTERPRISE).replace("BADGE", BADGE).replace("CORE", CORE);
    }
}
