package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.body;
import static dev.rollcall.scim.patch.Patches.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes of elements do what the engine does, without the elements.
class ElementOperationsTest {
    private static final ResolvedAttribute MEMBERS =
            SchemaFixtures.GROUP.resolve(AttributePath.of("members")).orElseThrow();

    private static final String GROUP = "{'displayName': 'Sales', 'members': ["
            + "{'value': 'a', 'type': 'User'}, {'value': 'b', 'type': 'User'}, {'value': 'c', 'type': 'Group'}]}";

    @ParameterizedTest(name = "{0} → {1}, strict {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {'op':'add','path':'members','value':[{'value':'d'},{'value':'a'}]}                 | a b c d | =
            {'op':'Add','path':'members','value':{'value':'d','$ref':null,'display':null}}      | a b c d | =
            {'op':'add','value':{'members':[{'value':'d'}]}}                                    | a b c d | =
            {'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:Group:members','value':[{'value':'d'}]} | a b c d | =
            {'op':'add','path':'members','value':[]}                                            | a b c   | =
            {'op':'add','path':'members','value':null}                                          | a b c   | =
            {'op':'add','path':'members[value eq `d`]','value':{'value':'d'}}                   | a b c d | =
            {'op':'add','path':'members[value eq `a`]','value':{'value':'a'}}                   | a b c   | =
            {'op':'add','path':'members[value eq `a`]','value':{'value':'d'}}                   | MUTABILITY | =
            {'op':'add','path':'members[value eq `d`]','value':{'value':'e'}}                   | NO_TARGET  | =
            {'op':'remove','path':'members[value eq `a`]'}                                      | b c     | =
            {'op':'remove','path':'members[value eq `A`]'}                                      | b c     | =
            {'op':'remove','path':'members.value eq `a`'}                                       | b c     | =
            {'op':'remove','path':'members[value eq `x`]'}                                      | a b c   | =
            {'op':'remove','path':'members[value eq `a` or value eq `c`]'}                      | b       | =
            {'op':'remove','path':'members[type eq `User`]'}                                    | c       | =
            {'op':'remove','path':'members[not (value eq `a`)]'}                                | a       | =
            {'op':'remove','path':'members[value eq `a` and type eq `Group`]'}                  | a b c   | =
            {'op':'remove','path':'members'}                                                    | -       | =
            {'op':'remove','path':'members','value':null}                                       | -       | =
            {'op':'remove','path':'members','value':[{'$ref':null,'value':'a'},{'value':'x'}]}  | b c     | INVALID_SYNTAX
            {'op':'remove','path':'members','value':{'value':'a'}}                              | b c     | INVALID_SYNTAX
            {'op':'remove','path':'members','value':[]}                                         | a b c   | INVALID_SYNTAX
            {'op':'replace','path':'members','value':[{'value':'d'},{'value':'a'}]}             | a d     | =
            {'op':'replace','path':'members','value':{'value':'d'}}                             | d       | INVALID_VALUE
            {'op':'replace','path':'members','value':[]}                                        | -       | =
            {'op':'replace','path':'members','value':null}                                      | -       | =
            {'op':'replace','value':{'members':[{'value':'d'}],'displayName':'X'}}              | d       | =
            {'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:Group','value':{'members':[{'value':'d'}]}} | d | INVALID_PATH
            {'op':'add','path':'urn:ietf:params:scim:schemas:core:2.0:Group.members','value':{'value':'d'}} | a b c d | INVALID_PATH
            {'op':'remove','path':'urn:ietf:params:scim:schemas:core:2.0:Group.members[value eq `a`]'} | b c | INVALID_PATH
            {'op':'add','value':[{'members':[{'value':'d'}]},{'members':[{'value':'e'}]}]}      | a b c d e | INVALID_SYNTAX
            {'op':'replace','path':'members[value eq `a`]','value':{'value':'d'}}               | b c d   | =
            {'op':'replace','path':'members[value eq `x`]','value':{'value':'d'}}               | NO_TARGET | =
            {'op':'replace','path':'members[value eq `d`]','value':{'value':'d'}}               | a b c d | NO_TARGET
            {'op':'replace','path':'members[value eq `a`].value','value':'d'}                   | MUTABILITY | =
            {'op':'replace','path':'members[value eq `a`].value','value':'a'}                   | a b c   | =
            {'op':'replace','path':'members[value eq `x`].value','value':'d'}                   | NO_TARGET | =
            {'op':'remove','path':'members[value eq `a`].type'}                                 | MUTABILITY | =
            {'op':'remove','path':'members[value eq `x`].type'}                                 | a b c   | =
            {'op':'add','path':'members','value':[{'value':'d'}]},{'op':'remove','path':'members[value eq `d`]'} | a b c | =
            {'op':'remove','path':'members'},{'op':'add','path':'members','value':[{'value':'a'}]} | a       | =
            {'op':'remove','path':'members[type eq `User`]'},{'op':'add','path':'members','value':[{'value':'a'}]} | a c | =
            {'op':'add','path':'members','value':'d'}                                           | a b c d | INVALID_VALUE
            {'op':'add','path':'members[index eq 1]','value':{'value':'d'}}                     | INVALID_FILTER | =
            """)
    @Proves({"PA-020", "PA-023", "PA-024", "PA-027", "PA-032", "GR-004"})
    void doWhatTheEngineDoes(String operations, String compatible, String strict) {
        var expected = compatible == null ? "" : compatible;
        assertThat(bySplitting(operations, ConformanceMode.COMPATIBLE)).isEqualTo(expected);
        assertThat(byTheEngine(operations, ConformanceMode.COMPATIBLE)).isEqualTo(expected);
        var inStrictMode = strict.equals("=") ? expected : strict;
        assertThat(bySplitting(operations, ConformanceMode.STRICT)).isEqualTo(inStrictMode);
        assertThat(byTheEngine(operations, ConformanceMode.STRICT)).isEqualTo(inStrictMode);
    }

    private static String byTheEngine(String operations, ConformanceMode mode) {
        try {
            var read = new PatchReader(Tolerances.of(mode)).read(body(operations));
            var after =
                    new PatchEngine(SchemaFixtures.GROUP, Tolerances.of(mode)).apply(json(GROUP), read, json(GROUP));
            return values(ElementList.of(after.find(MEMBERS)));
        } catch (ScimException e) {
            return e.scimType().map(ScimType::name).orElse("");
        }
    }

    private static String bySplitting(String operations, ConformanceMode mode) {
        try {
            var members = new ArrayList<>(ElementList.of(json(GROUP).find(MEMBERS)));
            split(operations, mode).changes().forEach(change -> apply(members, change));
            return values(members);
        } catch (ScimException e) {
            return e.scimType().map(ScimType::name).orElse("");
        }
    }

    private static ElementOperations.Split split(String operations, ConformanceMode mode) {
        var read = new PatchReader(Tolerances.of(mode)).read(body(operations));
        return new ElementOperations(SchemaFixtures.GROUP, MEMBERS, Tolerances.of(mode)).split(read);
    }

    private static void apply(List<ScimValue> members, ElementChange change) {
        switch (change) {
            case ElementChange.Add(var elements) -> {
                var present = valueSet(members);
                elements.stream()
                        .filter(element -> !present.contains(value(element)))
                        .forEach(members::add);
            }
            case ElementChange.Remove(var elements) ->
                members.removeIf(member -> valueSet(elements).contains(value(member)));
            case ElementChange.RemoveMatching(var condition) ->
                members.removeIf(member -> FilterEvaluator.matchesElement(condition, member));
            case ElementChange.Forbid(var condition, var refusal) -> {
                if (members.stream().anyMatch(member -> FilterEvaluator.matchesElement(condition, member))) {
                    throw refusal;
                }
            }
            case ElementChange.Require(var condition, var refusal) -> {
                if (members.stream().noneMatch(member -> FilterEvaluator.matchesElement(condition, member))) {
                    throw refusal;
                }
            }
            case ElementChange.Replace(var elements) -> {
                members.clear();
                members.addAll(elements);
            }
        }
    }

    private static String values(List<? extends ScimValue> members) {
        return String.join(" ", valueSet(members));
    }

    private static Set<String> valueSet(List<? extends ScimValue> members) {
        var values = new TreeSet<String>();
        members.forEach(member -> values.add(value(member)));
        return values;
    }

    private static String value(ScimValue member) {
        return member instanceof ScimValue.Complex complex && complex.find("value") instanceof ScimValue.Text(var text)
                ? text.toLowerCase(Locale.ROOT)
                : "";
    }

    @Test
    void leaveTheOtherOperationsAsTheyAre() {
        var split = split(
                "{'op':'add','value':{'members':[{'value':'d'}],'displayName':'X'}},{'op':'remove','path':'externalId'}",
                ConformanceMode.COMPATIBLE);
        assertThat(split.others())
                .containsExactly(
                        new PatchOperation.Add(null, json("{'displayName':'X'}")),
                        new PatchOperation.Remove(
                                PatchPath.parse("externalId", Tolerances.of(ConformanceMode.STRICT)), null));
        assertThat(split.changes()).containsExactly(new ElementChange.Add(List.of(json("{'value':'d'}"))));
    }

    @Test
    void manyOperationsOnSingleElementsBecomeTwoChanges() {
        var split = split(
                "{'op':'add','path':'members','value':[{'value':'d'}]},{'op':'remove','path':'members[value eq `a`]'},"
                        + "{'op':'add','path':'members','value':[{'value':'e'}]},{'op':'remove','path':'members[value eq `D`]'}",
                ConformanceMode.COMPATIBLE);
        assertThat(split.changes())
                .containsExactly(
                        new ElementChange.Remove(List.of(json("{'value':'D'}"), json("{'value':'a'}"))),
                        new ElementChange.Add(List.of(json("{'value':'e'}"))));
    }

    @Test
    @Proves("PA-004")
    void elementsGivenByReferenceAloneStayInTheirPlace() {
        var split = split(
                "{'op':'add','path':'members','value':[{'$ref':'../Users/d'},{'$ref':'../Users/e'}]},"
                        + "{'op':'remove','path':'members[value eq `d`]'},{'op':'add','path':'members','value':[{'value':'f'}]},"
                        + "{'op':'remove','path':'members','value':[{'$ref':'../Users/f'}]}",
                ConformanceMode.COMPATIBLE);
        assertThat(split.changes())
                .containsExactly(
                        new ElementChange.Add(List.of(json("{'$ref':'../Users/d'}"), json("{'$ref':'../Users/e'}"))),
                        new ElementChange.Remove(List.of(json("{'value':'d'}"))),
                        new ElementChange.Add(List.of(json("{'value':'f'}"))),
                        new ElementChange.Remove(List.of(json("{'$ref':'../Users/f'}"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'add','value':{'members':[],'Members':[]}}",
                "{'op':'replace','value':{'members':[],'MEMBERS':[]}}"
            })
    void refuseAnAttributeThatIsGivenTwice(String operation) {
        assertThatThrownBy(() -> split(operation, ConformanceMode.COMPATIBLE))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("twice");
    }
}
