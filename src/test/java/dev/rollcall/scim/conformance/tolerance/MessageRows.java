package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Row.members;
import static dev.rollcall.scim.conformance.tolerance.Row.path;
import static dev.rollcall.scim.conformance.tolerance.Verdict.read;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.stream.Stream;

/// `schemas` of resources and of PATCH. Those of searches and of whole bulk requests are elsewhere. The URN of a
/// draft is just another one to a connection that does not know it.
final class MessageRows {
    private static final String TITLE = "{'title': 'T'}";
    private static final String OPERATION = "{'op': 'add', 'path': 'title', 'value': 'T'}";
    private static final String SYNTAX = "invalidSyntax";

    private MessageRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                        schemas(Tolerance.MISSING_SCHEMAS, "null", SYNTAX),
                        schemas(Tolerance.MISSING_SCHEMAS, "[]", SYNTAX),
                        schemas(Tolerance.OTHER_SCHEMAS, "['urn:acme:x:User']", SYNTAX),
                        Stream.of(resource(Tolerance.ONE_AS_LIST, "'CORE'", SYNTAX)),
                        Stream.of(resource(Tolerance.OTHER_SCHEMAS, "['CORE', 'urn:acme:x:User']", SYNTAX)),
                        Stream.of(patch(
                                Tolerance.ONE_AS_LIST, "'urn:ietf:params:scim:api:messages:2.0:PatchOp'", SYNTAX)),
                        Stream.of(resource(Tolerance.DRAFT_URN, "['urn:scim:schemas:core:2.0:User']", "invalidVers")),
                        Stream.of(patch(Tolerance.DRAFT_URN, "['urn:scim:api:messages:2.0:PatchOp']", SYNTAX)
                                .alone(read(TITLE))))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> schemas(Tolerance tolerance, String schemas, String scimType) {
        return Stream.of(resource(tolerance, schemas, scimType), patch(tolerance, schemas, scimType));
    }

    private static Row resource(Tolerance tolerance, String schemas, String scimType) {
        return members(
                tolerance,
                "{'title': 'T', 'schemas': " + schemas + "}",
                "{'title': 'T', 'schemas': ['CORE']}",
                scimType);
    }

    private static Row patch(Tolerance tolerance, String schemas, String scimType) {
        return path(tolerance, OPERATION, TITLE, scimType).within("{'schemas': " + schemas + "}");
    }
}
