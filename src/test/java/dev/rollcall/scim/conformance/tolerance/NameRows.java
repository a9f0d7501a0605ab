package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Row.members;
import static dev.rollcall.scim.conformance.tolerance.Row.path;
import static dev.rollcall.scim.conformance.tolerance.Row.pathless;
import static dev.rollcall.scim.conformance.tolerance.Row.value;
import static dev.rollcall.scim.conformance.tolerance.Verdict.read;
import static dev.rollcall.scim.conformance.tolerance.Verdict.refused;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.stream.Stream;

/// Names that no schema has, or not so. Where they are not forgiven as what they are, they are still unknown
/// attributes, which a compatible connection leaves out.
final class NameRows {
    private static final String TITLE = "{'title': 'T'}";
    private static final Verdict NO_TITLE = read("{'title': null}");
    private static final String DEPARTMENT = "{'ENTERPRISE': {'department': 'D'}}";
    private static final Verdict NO_ENTERPRISE = read("{'ENTERPRISE': null}");
    private static final String DRAFT = "urn:scim:schemas:extension:enterprise:2.0:User";

    private NameRows() {}

    static Stream<Row> rows() {
        return Stream.of(unknown(), foreign(), core(), paths(), dots(), drafts())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> unknown() {
        var sent = "{'title': 'T', 'shoeSize': 44}";
        return Stream.of(
                members(Tolerance.UNKNOWN_ATTRIBUTE, sent, "{'title': 'T', 'shoeSize': null}", "invalidSyntax"),
                pathless(
                        Tolerance.UNKNOWN_ATTRIBUTE,
                        "{'op': 'add', 'value': " + sent + "}",
                        "{'title': 'T', 'shoeSize': null}",
                        "invalidSyntax"),
                value(
                                Tolerance.UNKNOWN_ATTRIBUTE,
                                "name",
                                "{'givenName': 'B', 'shoe': 44}",
                                "{'givenName': 'B', 'shoe': null}")
                        .strictly(refused("invalidSyntax"))
                        .alone(refused("invalidSyntax")));
    }

    private static Stream<Row> foreign() {
        var sent = "{'urn:acme:x:User': {'size': 44}}";
        var left = read("{'urn:acme:x:User': null}");
        return Stream.of(
                members(Tolerance.FOREIGN_URN, sent, sent, "invalidSyntax").alone(left),
                pathless(Tolerance.FOREIGN_URN, "{'op': 'add', 'value': " + sent + "}", sent, "invalidSyntax")
                        .alone(left),
                path(
                        Tolerance.FOREIGN_URN,
                        "{'op': 'add', 'path': 'urn:acme:x:User:size', 'value': 44}",
                        sent,
                        "invalidPath"));
    }

    private static Stream<Row> core() {
        var sent = "{'CORE': {'title': 'T'}}";
        return Stream.of(
                members(Tolerance.CORE_URN, sent, TITLE, "invalidSyntax").alone(NO_TITLE),
                pathless(Tolerance.CORE_URN, "{'op': 'replace', 'value': " + sent + "}", TITLE, "invalidSyntax")
                        .alone(refused("invalidPath")),
                path(
                        Tolerance.CORE_URN,
                        "{'op': 'replace', 'path': 'CORE', 'value': {'title': 'T'}}",
                        TITLE,
                        "invalidPath"));
    }

    private static Stream<Row> paths() {
        var sent = "{'name.givenName': 'B'}";
        var held = "{'name': {'givenName': 'B'}}";
        return Stream.of(
                members(Tolerance.PATHS_AS_NAMES, sent, held, "invalidSyntax").alone(read("{'name': null}")),
                members(Tolerance.PATHS_AS_NAMES, "{'ENTERPRISE:department': 'D'}", DEPARTMENT, "invalidSyntax")
                        .alone(NO_ENTERPRISE),
                pathless(Tolerance.PATHS_AS_NAMES, "{'op': 'add', 'value': " + sent + "}", held, "invalidSyntax")
                        .alone(read("{'name': null}")),
                pathless(
                                Tolerance.PATHS_AS_NAMES,
                                "{'op': 'add', 'value': {'emails[type eq `work`].value': 'a@b'}}",
                                "{'emails': [{'type': 'work', 'value': 'a@b'}]}",
                                "invalidSyntax")
                        .alone(read("{'emails': null}")));
    }

    private static Stream<Row> dots() {
        return Stream.of(
                members(Tolerance.DOT_AFTER_URN, "{'CORE.title': 'T'}", TITLE, "invalidSyntax")
                        .alone(NO_TITLE),
                pathless(
                                Tolerance.DOT_AFTER_URN,
                                "{'op': 'add', 'value': {'ENTERPRISE.department': 'D'}}",
                                DEPARTMENT,
                                "invalidSyntax")
                        .alone(refused("invalidPath")),
                path(
                        Tolerance.DOT_AFTER_URN,
                        "{'op': 'add', 'path': 'CORE.title', 'value': 'T'}",
                        TITLE,
                        "invalidPath"));
    }

    private static Stream<Row> drafts() {
        var sent = "{'" + DRAFT + "': {'department': 'D'}}";
        return Stream.of(
                members(Tolerance.DRAFT_URN, sent, DEPARTMENT, "invalidSyntax").alone(NO_ENTERPRISE),
                pathless(Tolerance.DRAFT_URN, "{'op': 'add', 'value': " + sent + "}", DEPARTMENT, "invalidSyntax")
                        .alone(refused("invalidPath")),
                path(
                        Tolerance.DRAFT_URN,
                        "{'op': 'add', 'path': '" + DRAFT + ":department', 'value': 'D'}",
                        DEPARTMENT,
                        "invalidPath"));
    }
}
