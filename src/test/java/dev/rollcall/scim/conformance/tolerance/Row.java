package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Verdict.read;
import static dev.rollcall.scim.conformance.tolerance.Verdict.refused;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A deviation, how it can be sent, and what becomes of it. Texts are in the notation of {@link
/// dev.rollcall.scim.testing.SchemaFixtures#notation}; `#` stands for a number that no other request has.
///
/// @param sent by way: members of a resource, or operations of a PATCH
/// @param message members of a PATCH that replace the usual ones
/// @param held what the resource has before a PUT or PATCH
/// @param forgiven on a connection in compatible mode
/// @param strict on one in strict mode
/// @param alone on a compatible one that refuses just this tolerance
record Row(
        Tolerance tolerance,
        Endpoint endpoint,
        Map<Way, String> sent,
        String message,
        String held,
        Verdict forgiven,
        Verdict strict,
        Verdict alone) {

    /// A resource type to which it is sent.
    enum Endpoint {
        USERS("/Users", "CORE", "'userName': 'user-#'"),
        GROUPS("/Groups", "urn:ietf:params:scim:schemas:core:2.0:Group", "'displayName': 'Group #'"),
        SPECIMENS("/Specimens", "urn:example:rollcall:schemas:1.0:Specimen", "'code': 'code-#'");

        final String path;
        final String schema;
        final String required;

        Endpoint(String path, String schema, String required) {
            this.path = path;
            this.schema = schema;
            this.required = required;
        }
    }

    /// A value of a user's attribute that is kept as it was sent.
    static Row kept(Tolerance tolerance, String attribute, String value) {
        return value(tolerance, attribute, value, value);
    }

    /// A value of a user's attribute, which may be one of an extension, and how it is read.
    static Row value(Tolerance tolerance, String attribute, String value, String read) {
        var sent = new EnumMap<Way, String>(Way.class);
        Way.WITH_A_RESOURCE.forEach(way -> sent.put(way, member(attribute, value)));
        sent.put(Way.PATCH_WITHOUT_PATH, "{'op': 'replace', 'value': " + member(attribute, value) + "}");
        var withPath = "{'op': 'replace', 'path': '" + attribute + "', 'value': " + value + "}";
        sent.put(Way.PATCH_WITH_PATH, withPath);
        sent.put(Way.PATCH_IN_BULK, withPath);
        return row(tolerance, sent, member(attribute, read), "invalidValue");
    }

    /// Members of a whole resource.
    static Row members(Tolerance tolerance, String members, String read, String scimType) {
        var sent = new EnumMap<Way, String>(Way.class);
        Way.WITH_A_RESOURCE.forEach(way -> sent.put(way, members));
        return row(tolerance, sent, read, scimType);
    }

    /// Operations of a PATCH with a path.
    static Row path(Tolerance tolerance, String operations, String read, String scimType) {
        return patch(tolerance, Way.PATCH_WITH_PATH, operations, read, scimType);
    }

    /// Operations of a PATCH without a path.
    static Row pathless(Tolerance tolerance, String operations, String read, String scimType) {
        return patch(tolerance, Way.PATCH_WITHOUT_PATH, operations, read, scimType);
    }

    private static Row patch(Tolerance tolerance, Way way, String operations, String read, String scimType) {
        return row(tolerance, new EnumMap<>(Map.of(way, operations, Way.PATCH_IN_BULK, operations)), read, scimType);
    }

    private static Row row(Tolerance tolerance, Map<Way, String> sent, String read, String scimType) {
        return new Row(tolerance, Endpoint.USERS, sent, "{}", "{}", read(read), refused(scimType), refused(scimType));
    }

    private static String member(String attribute, String value) {
        var colon = attribute.lastIndexOf(':');
        return colon < 0
                ? "{'" + attribute + "': " + value + "}"
                : "{'" + attribute.substring(0, colon) + "': {'" + attribute.substring(colon + 1) + "': " + value
                        + "}}";
    }

    Row of(Endpoint other) {
        return new Row(tolerance, other, sent, message, held, forgiven, strict, alone);
    }

    Row on(String holding) {
        return new Row(tolerance, endpoint, sent, message, holding, forgiven, strict, alone);
    }

    Row within(String members) {
        return new Row(tolerance, endpoint, sent, members, held, forgiven, strict, alone);
    }

    Row strictly(Verdict other) {
        return new Row(tolerance, endpoint, sent, message, held, forgiven, other, alone);
    }

    /// Where refusing it alone means something else than strict mode: another tolerance steps in, or nothing does.
    Row alone(Verdict other) {
        return new Row(tolerance, endpoint, sent, message, held, forgiven, strict, other);
    }

    Row by(Way first, Way... more) {
        var ways = EnumSet.of(first, more);
        var fewer = new EnumMap<>(sent);
        fewer.keySet().retainAll(ways);
        return new Row(tolerance, endpoint, fewer, message, held, forgiven, strict, alone);
    }

    Set<Way> ways() {
        return sent.keySet();
    }

    @Override
    public String toString() {
        return tolerance.keyword() + " " + sent.values().iterator().next();
    }

    static Stream<Row> table() {
        return Stream.of(
                        ValueRows.rows(),
                        JsonRows.rows(),
                        NameRows.rows(),
                        MessageRows.rows(),
                        PatchRows.rows(),
                        OtherRows.rows())
                .flatMap(rows -> rows);
    }
}
