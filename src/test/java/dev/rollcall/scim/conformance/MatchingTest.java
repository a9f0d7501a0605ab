package dev.rollcall.scim.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.protocol.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"a": 1}                                   | {"a": 1, "b": 2}                | true
            {"a": 1}                                   | {"a": 2}                        | false
            {"a": 1}                                   | {}                              | false
            {"a": {"$equals": {"b": 1}}}               | {"a": {"b": 1}}                 | true
            {"a": {"$equals": {"b": 1}}}               | {"a": {"b": 1, "c": 2}}         | false
            [{"a": 1}]                                 | [{"a": 1, "b": 2}]              | true
            [{"a": 1}]                                 | [{"a": 1}, {"a": 2}]            | false
            {"a": {"$any": true}}                      | {"a": null}                     | true
            {"a": {"$any": true}}                      | {}                              | false
            {"a": {"$absent": true}}                   | {"a": []}                       | true
            {"a": {"$absent": true}}                   | {"a": null}                     | false
            {"a": {"$match": "b+"}}                    | {"a": "bbb"}                    | true
            {"a": {"$match": "b+"}}                    | {"a": "bbbc"}                   | false
            {"a": {"$not": 1}}                         | {"a": 2}                        | true
            {"a": {"$not": 1}}                         | {"a": 1}                        | false
            {"a": {"$contains": [{"b": 1}]}}           | {"a": [{"b": 2}, {"b": 1}]}     | true
            {"a": {"$contains": [{"b": 1}]}}           | {"a": [{"b": 2}]}               | false
            {"a": {"$size": 2}}                        | {"a": [1, 2]}                   | true
            {"a": {"$size": 2}}                        | {"a": [1]}                      | false
            {"a": {"$after": "2026-01-01T00:00:00Z"}}  | {"a": "2026-01-01T00:00:01Z"}   | true
            {"a": {"$after": "2026-01-01T00:00:00Z"}}  | {"a": "2026-01-01T01:00:00+01:00"} | false
            {"a": {"$atLeast": 2}}                     | {"a": 1}                        | false
            """)
    void compares(String expected, String actual, boolean alike) {
        assertThat(Matching.differences("body", JsonReader.read(expected), JsonReader.read(actual))
                        .isEmpty())
                .isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "${tree}"                                   | {"b": [1]}
            "x ${text} y"                               | "x t y"
            "${repeat:3:ab}"                            | "ababab"
            {"${text}": "${tree}"}                      | {"t": {"b": [1]}}
            {"$merge": ["${tree}", {"c": 2}]}           | {"b": [1], "c": 2}
            {"$without": ["${tree}", "b"]}              | {}
            """)
    void fillsInVariables(String template, String filled) {
        var variables = new Variables();
        variables.set("text", "t");
        variables.set("tree", JsonReader.read("{\"b\": [1]}"));

        assertThat(variables.fill(JsonReader.read(template))).isEqualTo(JsonReader.read(filled));
    }
}
