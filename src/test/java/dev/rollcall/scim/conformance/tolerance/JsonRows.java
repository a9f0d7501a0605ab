package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Row.value;
import static dev.rollcall.scim.conformance.tolerance.Verdict.read;

import dev.rollcall.scim.conformance.tolerance.Row.Endpoint;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.stream.Stream;

/// Forms of JSON.
final class JsonRows {
    private static final String NOTHING_AND_ONE = "[{'value': null, 'type': 'work'}, {'value': 'a@b'}]";
    private static final String TYPE_AND_ONE = "{'emails': [{'type': 'work'}, {'value': 'a@b'}]}";

    private JsonRows() {}

    static Stream<Row> rows() {
        return Stream.of(empty(), scalars(), lists(), complex()).flatMap(rows -> rows);
    }

    private static Stream<Row> empty() {
        return Stream.of(
                // Strictly the empty string is a value.
                value(Tolerance.EMPTY_TEXT, "nickName", "''", "null")
                        .on("{'nickName': 'N'}")
                        .strictly(read("{'nickName': ''}"))
                        .alone(read("{'nickName': ''}")),
                // Blanks are no URL either.
                value(Tolerance.EMPTY_TEXT, "profileUrl", "' '", "null")
                        .on("{'profileUrl': 'https://a.example/'}")
                        .alone(read("{'profileUrl': ' '}")),
                value(Tolerance.EMPTY_ELEMENT, "emails", NOTHING_AND_ONE, "[{'value': 'a@b'}]")
                        .strictly(read(TYPE_AND_ONE))
                        .alone(read(TYPE_AND_ONE)));
    }

    private static Stream<Row> scalars() {
        return Stream.of(
                value(Tolerance.SCALAR_AS_TEXT, "title", "12345", "'12345'"),
                value(Tolerance.SCALAR_AS_TEXT, "title", "true", "'true'"),
                value(Tolerance.SCALAR_AS_TEXT, "name", "{'givenName': 5}", "{'givenName': '5'}"),
                value(Tolerance.SCALAR_AS_TEXT, "ENTERPRISE:employeeNumber", "701984", "'701984'"),
                value(Tolerance.SCALAR_AS_TEXT, "tags", "[1, 'b']", "['1', 'b']")
                        .of(Endpoint.SPECIMENS),
                value(Tolerance.TEXT_AS_NUMBER, "count", "'15'", "15").of(Endpoint.SPECIMENS),
                value(Tolerance.TEXT_AS_NUMBER, "ratio", "'-1.50'", "-1.50").of(Endpoint.SPECIMENS),
                value(Tolerance.TEXT_AS_NUMBER, "place", "{'floor': ' 3 '}", "{'floor': 3}")
                        .of(Endpoint.SPECIMENS),
                value(Tolerance.TEXT_AS_BOOLEAN, "active", "'False'", "false"),
                value(
                        Tolerance.TEXT_AS_BOOLEAN,
                        "emails",
                        "[{'value': 'a@b', 'primary': 'TRUE'}]",
                        "[{'value': 'a@b', 'primary': true}]"),
                value(Tolerance.TEXT_AS_BOOLEAN, "flag", "'tRUE'", "true").of(Endpoint.SPECIMENS));
    }

    private static Stream<Row> lists() {
        return Stream.of(
                value(Tolerance.ONE_AS_LIST, "emails", "{'value': 'a@b'}", "[{'value': 'a@b'}]"),
                value(Tolerance.ONE_AS_LIST, "tags", "'a'", "['a']").of(Endpoint.SPECIMENS),
                value(Tolerance.ONE_AS_LIST, "place", "{'labels': 'a'}", "{'labels': ['a']}")
                        .of(Endpoint.SPECIMENS),
                value(Tolerance.LIST_AS_ONE, "title", "['a']", "'a'"),
                value(Tolerance.LIST_AS_ONE, "active", "[false]", "false"),
                value(Tolerance.LIST_AS_ONE, "name", "[{'givenName': 'B'}]", "{'givenName': 'B'}"),
                value(
                        Tolerance.SEVERAL_PRIMARIES,
                        "emails",
                        "[{'value': 'h', 'type': 'home', 'primary': true},"
                                + " {'value': 'w', 'type': 'work', 'primary': true}]",
                        "[{'value': 'h', 'type': 'home', 'primary': false},"
                                + " {'value': 'w', 'type': 'work', 'primary': true}]"),
                // The second and the third differ in nothing but in being primary.
                value(
                        Tolerance.SEVERAL_PRIMARIES,
                        "addresses",
                        "[{'type': 'work', 'primary': true}, {'type': 'home', 'primary': true},"
                                + " {'type': 'home', 'primary': false}]",
                        "[{'type': 'work', 'primary': true}, {'type': 'home', 'primary': false}]"));
    }

    private static Stream<Row> complex() {
        return Stream.of(
                value(Tolerance.TEXT_AS_COMPLEX, "roles", "['ADMIN']", "[{'value': 'ADMIN'}]"),
                value(Tolerance.TEXT_AS_COMPLEX, "emails", "['a@b']", "[{'value': 'a@b'}]"),
                value(Tolerance.TEXT_AS_COMPLEX, "ENTERPRISE:manager", "'26'", "{'value': '26'}"),
                value(Tolerance.JSON_IN_TEXT, "name", "'{`givenName`: `B`}'", "{'givenName': 'B'}"),
                value(Tolerance.JSON_IN_TEXT, "place", "' {`floor`: 1} '", "{'floor': 1}")
                        .of(Endpoint.SPECIMENS),
                // Text is a value, too, where nobody looks into it.
                value(Tolerance.JSON_IN_TEXT, "emails", "['{`value`: `a@b`}']", "[{'value': 'a@b'}]")
                        .alone(read("{'emails': [{'value': '{`value`: `a@b`}'}]}")));
    }
}
