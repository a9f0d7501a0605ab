package dev.rollcall.scim.schema.check;

import java.util.Set;
import java.util.regex.Pattern;

/// Checks Schema resources (RFC 7643 §7).
final class SchemaCheck {
    /// What a file says in `schemas` to be a schema.
    static final String URI = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    /// The longest URI, in characters.
    static final int MAX_URI = 160;

    private static final Pattern URN = Pattern.compile("urn:[A-Za-z0-9][-A-Za-z0-9]{0,31}:[-A-Za-z0-9._~:/]+");
    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:";
    private static final Set<String> MEMBERS = Set.of("schemas", "id", "name", "description", "attributes", "meta");

    private final AttributeCheck attributes;

    SchemaCheck(Set<String> referenceTypes) {
        attributes = new AttributeCheck(referenceTypes);
    }

    void check(Members schema) {
        schema.refuseOthersThan(MEMBERS);
        schema.requiredText("id").ifPresent(id -> uri(schema.place().member("id"), id));
        schema.requiredText("name");
        schema.text("description");
        attributes.attributes(schema);
    }

    private static void uri(Place place, String uri) {
        if (isMessage(uri)) {
            place.problem("names a protocol message, not a schema");
        }
        place.require(
                URN.matcher(uri).matches(),
                "'" + uri + "' is no URN such as urn:example:params:scim:schemas:1.0:Badge");
        place.require(uri.length() <= MAX_URI, "is longer than " + MAX_URI + " characters");
    }

    /// True for the URIs of messages (RFC 7644 §8.2), which are no schemas.
    static boolean isMessage(String uri) {
        return uri.regionMatches(true, 0, MESSAGES, 0, MESSAGES.length());
    }
}
