package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The `schemas` member of a body that a client sent: the URIs of the schemas that the body follows (RFC 7643
/// §3, RFC 7644 §3.1). URIs are compared without regard to case.
///
/// The endpoint says as well what a body is, so one whose `schemas` are missing, empty, one string, or others may
/// be forgiven. A body of SCIM 1.x means other things by the same names and is always refused.
public final class SchemaUris {
    private static final String MEMBER = "schemas";
    private static final String VERSION_1_PREFIX = "urn:scim:schemas:";

    private final String expected;
    private final Tolerances tolerances;

    private SchemaUris(String expected, Tolerances tolerances) {
        this.expected = expected;
        this.tolerances = tolerances;
    }

    /// Checks that a message names its URI. What else it names makes no difference.
    ///
    /// @throws ScimException `invalidSyntax` where the member is missing, empty, no array of strings, or without
    /// the URI; `invalidVers` where it names a schema of SCIM 1.x
    public static void checkMessage(ScimValue.Complex body, String uri, Tolerances tolerances) {
        var further = new SchemaUris(uri, tolerances).further(body);
        if (!further.isEmpty()) {
            tolerances.forgive(Tolerance.OTHER_SCHEMAS);
        }
    }

    /// Checks that a resource names the core schema of its type, and beside it none but the extensions.
    ///
    /// @throws ScimException as {@link #checkMessage}, and `invalidSyntax` for a schema that the type does not have
    public static void checkResource(ScimValue.Complex body, ResourceType type, Tolerances tolerances) {
        for (var uri : new SchemaUris(type.schema().id(), tolerances).further(body)) {
            if (DraftUrns.extension(type, uri, tolerances).isEmpty() && !tolerances.forgive(Tolerance.OTHER_SCHEMAS)) {
                throw ScimException.invalidSyntax("'" + MEMBER + "' names " + ScimException.printable(uri)
                        + ", which is no schema of " + type.name() + ": remove it");
            }
        }
    }

    /// What the member names beside the URI that is expected.
    private List<String> further(ScimValue.Complex body) {
        var given = member(body);
        var uris = uris(given);
        uris.forEach(this::refuseVersion1);
        if (given instanceof ScimValue.Text && !tolerances.forgive(Tolerance.ONE_AS_LIST)) {
            throw notAnArray();
        }
        if (uris.isEmpty()) {
            if (!tolerances.forgive(Tolerance.MISSING_SCHEMAS)) {
                throw notAnArray();
            }
            return List.of();
        }
        var further = uris.stream().filter(uri -> !isExpected(uri)).toList();
        if (further.size() == uris.size() && !tolerances.forgive(Tolerance.OTHER_SCHEMAS)) {
            throw ScimException.invalidSyntax(
                    "'" + MEMBER + "' must contain \"" + expected + "\", which this endpoint expects");
        }
        return further;
    }

    private static @Nullable ScimValue member(ScimValue.Complex body) {
        var members = body.members().entrySet().stream()
                .filter(member -> MEMBER.equalsIgnoreCase(member.getKey()))
                .toList();
        if (members.size() > 1) {
            throw ScimException.invalidSyntax("'" + MEMBER + "' is given twice, in different letter case");
        }
        return members.isEmpty() ? null : members.getFirst().getValue();
    }

    private List<String> uris(@Nullable ScimValue given) {
        return switch (given) {
            case null -> List.of();
            case ScimValue.Null _ -> List.of();
            case ScimValue.Text(var uri) -> List.of(uri);
            case ScimValue.MultiValued(var elements) -> {
                var uris = new ArrayList<String>();
                for (var element : elements) {
                    if (!(element instanceof ScimValue.Text(var uri))) {
                        throw notAnArray();
                    }
                    uris.add(uri);
                }
                yield uris;
            }
            case ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Complex _ -> throw notAnArray();
        };
    }

    private boolean isExpected(String uri) {
        return uri.equalsIgnoreCase(expected)
                || (DraftUrns.isDraftOf(uri, expected) && tolerances.forgive(Tolerance.DRAFT_URN));
    }

    private ScimException notAnArray() {
        return ScimException.invalidSyntax(
                "'" + MEMBER + "' must be an array of schema URIs: send [\"" + expected + "\"]");
    }

    private void refuseVersion1(String uri) {
        if (!uri.toLowerCase(Locale.ROOT).startsWith(VERSION_1_PREFIX)) {
            return;
        }
        if (!DraftUrns.isDraft(uri)) {
            // A connection that is set to SCIM 1.1 sends such a URI; its administrator reads this text.
            throw ScimException.of(
                    ScimType.INVALID_VERSION,
                    "The body is in SCIM 1.1 (" + ScimException.printable(uri)
                            + "), this service speaks SCIM 2.0. Set \"SCIM Version\" to 2.0 in the connection of"
                            + " PingOne or of your identity provider.");
        }
        if (!tolerances.allow(Tolerance.DRAFT_URN)) {
            throw ScimException.of(
                    ScimType.INVALID_VERSION,
                    "The body is in a draft of SCIM 2.0 (" + ScimException.printable(uri) + "): send [\"" + expected
                            + "\"]");
        }
    }
}
