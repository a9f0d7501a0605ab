package dev.rollcall.scim.patch;

import static dev.rollcall.scim.patch.Patches.json;
import static dev.rollcall.scim.patch.Patches.patched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.tolerance.ConformanceMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Attributes under a client's own URN follow the operations like all others (compatible mode).
class CustomChangeTest {
    /// Columns: what is held under `urn:acme:x:User`, op, the path below it, value, what is held afterwards.
    @ParameterizedTest(name = "{1} {2} {3} to {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            {}                                  | add     | :tags | ['a', 'b', 'a']    | {'tags': ['a', 'b']}
            {'tags': ['a']}                     | add     | :tags | ['b', 'a']         | {'tags': ['a', 'b']}
            {'tags': ['a']}                     | add     | :TAGS | 'b'                | {'tags': ['a', 'b']}
            {'tags': ['a']}                     | add     | :tags | 'A'                | {'tags': ['a', 'A']}
            {'tags': [1]}                       | add     | :tags | 1.0                | {'tags': [1]}
            {'tags': 'a'}                       | add     | :tags | ['b']              | {'tags': ['a', 'b']}
            {'tags': 'a'}                       | add     | :tags | 'b'                | {'tags': 'b'}
            {'tags': ['a']}                     | add     | :tags | []                 | {'tags': ['a']}
            {'tags': ['a']}                     | add     | :tags | null               | {'tags': ['a']}
            {'tags': 'a'}                       | add     | :tags | null               | -
            {'tags': ['a'], 'b': 1}             | add     | -     | {'tags': 'c', 'B': 2} | {'tags': ['a', 'c'], 'b': 2}
            {'cars': [{'value': 'a', 'x': 1}]}  | add     | :cars | {'value': 'a'}     | {'cars': [{'value': 'a', 'x': 1}]}
            {'cars': [{'value': 'a'}]}          | add     | :cars | {'value': 'b'}     | {'cars': [{'value': 'a'}, {'value': 'b'}]}
            {'desk': {'floor': 1}}              | add     | :desk | {'room': 2}         | {'desk': {'floor': 1, 'room': 2}}
            {'desk': {'floor': 1}}              | add     | :desk.room | 2             | {'desk': {'floor': 1, 'room': 2}}
            {'desk': 'd'}                       | add     | :desk.room | 2             | {'desk': 'd', 'desk.room': 2}
            {'desk': 'd'}                       | add     | .role | 'r'                | {'desk': 'd', 'role': 'r'}
            {'tags': ['a', 'b']}                | replace | :tags | ['c']              | {'tags': ['c']}
            {'tags': ['a', 'b']}                | replace | :tags | 'c'                | {'tags': 'c'}
            {'tags': ['a', 'b'], 'b': 1}        | replace | :tags | null               | {'b': 1}
            {'tags': ['a', 'b'], 'b': 1}        | replace | -     | {'tags': ['c']}     | {'tags': ['c'], 'b': 1}
            {'tags': ['a', 'b']}                | remove  | :tags | -                  | -
            {'tags': ['a', 'b']}                | remove  | :tags | ['a', 'x']         | {'tags': ['b']}
            {'tags': ['a', 'b']}                | remove  | :tags | 'a'                | {'tags': ['b']}
            {'tags': ['a', 'b']}                | remove  | :tags | []                 | {'tags': ['a', 'b']}
            {'tags': 'a'}                       | remove  | :tags | ['a']              | -
            {'tags': 'a'}                       | remove  | :tags | 'b'                | {'tags': 'a'}
            {'cars': [{'value': 'a', 'x': 1}, {'value': 'b'}]} | remove | :cars | [{'value': 'a', '$ref': null}] | {'cars': [{'value': 'b'}]}
            {'tags': ['a']}                     | remove  | :none | -                  | {'tags': ['a']}
            {'desk': {'floor': 1, 'room': 2}}   | remove  | :desk.room | -             | {'desk': {'floor': 1}}
            {'tags': ['a', 'b']}                | remove  | :tags[value eq `A`] | -    | {'tags': ['b']}
            {'tags': ['a', 'b']}                | remove  | :tags[value sw `x` or value gt `a`] | - | {'tags': ['a']}
            {'tags': [1, 2, 10]}                | remove  | :tags[value ge 2] | -      | {'tags': [1]}
            {'cars': [{'value': 'a', 'x': 1}, {'value': 'b'}]} | remove | :cars[x pr] | - | {'cars': [{'value': 'b'}]}
            {'cars': [{'value': 'a', 'x': 1}]}  | remove  | :cars[value eq `a`].x | -  | {'cars': [{'value': 'a'}]}
            {'cars': [{'value': 'a'}]}          | remove  | :cars[not (x eq 1) and value ne null] | - | -
            {'tags': ['a', 'b']}                | replace | :tags[value eq `a`] | 'c'  | {'tags': ['c', 'b']}
            {'cars': [{'value': 'a', 'x': 1}]}  | replace | :cars[value eq `a`].x | 2  | {'cars': [{'value': 'a', 'x': 2}]}
            {'cars': [{'value': 'a', 'x': [1]}]} | add    | :cars[value eq `a`].x | 2  | {'cars': [{'value': 'a', 'x': [1, 2]}]}
            {'cars': [{'value': 'a', 'x': 1}]}  | add     | :cars[value eq `a`] | {'y': 2} | {'cars': [{'value': 'a', 'x': 1, 'y': 2}]}
            {'cars': [{'value': 'a'}]}          | replace | :cars[type eq `work`].value | 'w' | {'cars': [{'value': 'a'}, {'value': 'w', 'type': 'work'}]}
            {'desk': {'floor': 1}}              | replace | :desk[floor eq 1].floor | 2 | {'desk': {'floor': 2}}
            {'desk': {'floor': 1}}              | replace | :desk[floor eq 3].floor | 2 | {'desk': {'floor': 1}}
            {'tags': ['a', 'b']}                | replace | :tags[value eq `c`] | 'd'  | {'tags': ['a', 'b']}
            {'tags': ['a']}                     | replace | :none[not (value eq `c`)] | 'd' | {'tags': ['a'], 'none': ['d']}
            {'tags': ['a']}                     | replace | :none[value ne `c`] | ['d'] | {'tags': ['a']}
            {'tags': ['a']}                     | replace | [tags pr] | 'd'            | {'tags': ['a']}
            {'b': 1}                            | add     | -     | 'x'                | {'b': 1}
            {'b': 1}                            | replace | [b eq 1].b | 2             | {'b': 2}
            """)
    void followsTheOperation(String held, String op, String path, String value, String expected) {
        var given = value == null ? "" : ", 'value': " + value;
        var operation =
                "{'op': '" + op + "', 'path': 'urn:acme:x:user" + (path == null ? "" : path) + "'" + given + "}";
        var before = json(held.equals("{}") ? "{}" : "{'urn:acme:x:User': " + held + "}");
        var after = json(expected == null ? "{}" : "{'urn:acme:x:" + key(held) + "': " + expected + "}");

        assertThat(patched(before, operation, ConformanceMode.COMPATIBLE)).isEqualTo(after);
    }

    private static String key(String held) {
        return held.equals("{}") ? "user" : "User";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'op': 'add', 'path': 'urn:acme:x:1.0', 'value': 'r'}
            {'op': 'add', 'path': 'urn:acme:x:1.0[value eq `r`]', 'value': 'r'}
            """)
    void aUrnWithoutAnAttributeTakesNoSingleValue(String operation) {
        assertThat(patched(json("{}"), operation, ConformanceMode.COMPATIBLE)).isEqualTo(json("{}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'op': 'remove', 'path': 'urn:acme:x:User:tags[value zz 1]'} | INVALID_FILTER
            {'op': 'remove', 'path': 'urn:acme:x:User:tags[value eq 1'}  | INVALID_PATH
            """)
    void refusesAPathThatIsNone(String operation, ScimType expected) {
        var refusal = catchThrowableOfType(
                ScimException.class, () -> patched(json("{}"), operation, ConformanceMode.COMPATIBLE));

        assertThat(refusal.scimType()).contains(expected);
    }
}
