package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Row.path;
import static dev.rollcall.scim.conformance.tolerance.Row.pathless;
import static dev.rollcall.scim.conformance.tolerance.Verdict.read;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.stream.Stream;

/// What only a PATCH can say: operations, their paths, and filters in them.
final class PatchRows {
    private static final String TITLE = "{'title': 'T'}";
    private static final String HELD = "{'emails': [{'value': 'h', 'type': 'home', 'primary': true}]}";
    private static final String SHOWN = "{'emails': [{'value': 'h', 'type': 'home', 'primary': true, 'display': 'D'}]}";
    private static final String SYNTAX = "invalidSyntax";
    private static final String PATH = "invalidPath";

    private PatchRows() {}

    static Stream<Row> rows() {
        return Stream.concat(operations(), filters());
    }

    private static Stream<Row> operations() {
        return Stream.of(
                path(
                                Tolerance.REMOVE_WITH_VALUE,
                                "{'op': 'remove', 'path': 'emails', 'value': [{'value': 'a'}]}",
                                "{'emails': [{'value': 'b'}]}",
                                SYNTAX)
                        .on("{'emails': [{'value': 'a'}, {'value': 'b'}]}"),
                path(Tolerance.PATH_WITH_BLANKS, "{'op': 'add', 'path': ' title ', 'value': 'T'}", TITLE, PATH),
                pathless(
                        Tolerance.PATH_WITH_BLANKS,
                        "{'op': 'add', 'path': '  ', 'value': {'title': 'T'}}",
                        TITLE,
                        PATH),
                path(
                                Tolerance.ABSENT_TARGET,
                                "{'op': 'replace', 'path': 'emails[type eq `work`].value', 'value': 'w'}",
                                "{'emails': [{'value': 'h', 'type': 'home', 'primary': true},"
                                        + " {'value': 'w', 'type': 'work'}]}",
                                "noTarget")
                        .on(HELD),
                pathless(
                        Tolerance.ARRAY_WITHOUT_PATH,
                        "{'op': 'replace', 'value': [{'title': 'T'}, {'nickName': 'N'}]}",
                        "{'title': 'T', 'nickName': 'N'}",
                        SYNTAX),
                pathless(
                        Tolerance.STALE_READ_ONLY,
                        "{'op': 'replace', 'value': {'schemas': ['CORE'], 'title': 'T', 'groups': [{'value': 'gone'}],"
                                + " 'meta': {'resourceType': 'User', 'version': 'W/`0`'}}}",
                        "{'title': 'T', 'groups': null, 'meta': {'resourceType': 'User'}}",
                        "mutability"),
                path(
                        Tolerance.FOREIGN_PATH,
                        "{'op': 'replace', 'path': 'urn:acme:x:User:tags[value eq `b`]', 'value': null},"
                                + " {'op': 'add', 'path': 'title', 'value': 'T'}",
                        "{'title': 'T', 'urn:acme:x:User': null}",
                        PATH));
    }

    private static Stream<Row> filters() {
        return Stream.of(
                filter(Tolerance.UNQUOTED_OPERAND, "type eq home"),
                // Without quotes, and then a boolean as text.
                filter(Tolerance.KEYWORD_CASE, "primary eq True").alone(read(SHOWN)),
                filter(Tolerance.MISSING_SPACE, "(type eq `home`)and(primary eq true)"),
                filter(Tolerance.TEXT_AS_BOOLEAN, "primary eq `True`"));
    }

    private static Row filter(Tolerance tolerance, String filter) {
        return path(
                        tolerance,
                        "{'op': 'add', 'path': 'emails[" + filter + "].display', 'value': 'D'}",
                        SHOWN,
                        "invalidFilter")
                .on(HELD);
    }
}
