package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Row.members;
import static dev.rollcall.scim.conformance.tolerance.Row.path;
import static dev.rollcall.scim.conformance.tolerance.Row.value;

import dev.rollcall.scim.conformance.tolerance.Row.Endpoint;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.stream.Stream;

/// What a resource says of others that are not there.
final class OtherRows {
    private static final String NOBODY = "[{'value': '0199c0de-0000-7000-8000-00000000dead'}]";

    private OtherRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                value(Tolerance.ABSENT_MANAGER, "ENTERPRISE:manager", "{'value': '26'}", "{'value': '26'}"),
                members(Tolerance.ABSENT_MEMBER, "{'members': " + NOBODY + "}", "{'members': null}", "invalidValue")
                        .of(Endpoint.GROUPS),
                path(
                                Tolerance.ABSENT_MEMBER,
                                "{'op': 'add', 'path': 'members', 'value': " + NOBODY + "},"
                                        + " {'op': 'add', 'path': 'externalId', 'value': 'E'}",
                                "{'members': null, 'externalId': 'E'}",
                                "invalidValue")
                        .of(Endpoint.GROUPS));
    }
}
