package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The `schemas` member of a body that a client sent: the URIs of the schemas that the body follows (RFC 7643
/// §3, RFC 7644 §3.1). URIs are compared without regard to case.
public record SchemaUris(List<String> uris) {
    private static final String MEMBER = "schemas";
    private static final String VERSION_1_PREFIX = "urn:scim:schemas:";

    public SchemaUris {
        uris = List.copyOf(uris);
    }

    /// Reads the member and checks that it names `expected`.
    ///
    /// @throws ScimException `invalidSyntax` where the member is missing, empty, no array of strings, or
    /// without `expected`; `invalidVers` where it names a schema of SCIM 1.x
    public static SchemaUris of(ScimValue.Complex body, String expected) {
        var read = new SchemaUris(uris(body, expected));
        read.refuseVersion1();
        if (!read.contains(expected)) {
            throw ScimException.invalidSyntax(
                    "'" + MEMBER + "' must contain \"" + expected + "\", which this endpoint expects");
        }
        return read;
    }

    /// True where `uri` is among them, in any case.
    public boolean contains(String uri) {
        return uris.stream().anyMatch(uri::equalsIgnoreCase);
    }

    private static List<String> uris(ScimValue.Complex body, String expected) {
        var members = body.members().entrySet().stream()
                .filter(member -> MEMBER.equalsIgnoreCase(member.getKey()))
                .toList();
        if (members.size() > 1) {
            throw ScimException.invalidSyntax("'" + MEMBER + "' is given twice, in different letter case");
        }
        if (members.isEmpty()
                || !(members.getFirst().getValue() instanceof ScimValue.MultiValued(var elements))
                || elements.isEmpty()) {
            throw notAnArray(expected);
        }
        var uris = new ArrayList<String>();
        for (var element : elements) {
            if (!(element instanceof ScimValue.Text(var uri))) {
                throw notAnArray(expected);
            }
            uris.add(uri);
        }
        return uris;
    }

    private static ScimException notAnArray(String expected) {
        return ScimException.invalidSyntax(
                "'" + MEMBER + "' must be an array of schema URIs: send [\"" + expected + "\"]");
    }

    // A connection that is set to SCIM 1.1 sends such a URI; its administrator reads this text.
    private void refuseVersion1() {
        for (var uri : uris) {
            if (uri.toLowerCase(Locale.ROOT).startsWith(VERSION_1_PREFIX)) {
                throw ScimException.of(
                        ScimType.INVALID_VERSION,
                        "The body is in SCIM 1.1 (" + ScimException.printable(uri)
                                + "), this service speaks SCIM 2.0. Set \"SCIM Version\" to 2.0 in the connection of"
                                + " PingOne or of your identity provider.");
            }
        }
    }
}
