package dev.rollcall.scim.tolerance;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A deviation from the RFCs that a connection may forgive: what is sent, by whom, and what it is taken to mean.
/// Sources are the sections of the list of clients (`PingOne`, `Entra`, …) or public reports.
///
/// Whatever is forgiven is answered in clean RFC form. `docs/tolerances.md` is checked against this table.
public enum Tolerance {
    // Forms of values: what was sent is kept, byte by byte.
    /// `addresses.country` that is no code of ISO 3166-1.
    COUNTRY(
            "`addresses.country` that is no code of ISO 3166-1, such as `Germany`",
            "Microsoft's reference collection; HR systems behind Okta and Entra",
            "kept as sent"),
    /// `locale` that is no language tag.
    LOCALE(
            "`locale` that is no language tag, such as `English (US)`",
            "HR systems; reports to Slack, Gluu, WSO2",
            "kept as sent"),
    /// `preferredLanguage` that is not in the form of `Accept-Language`.
    PREFERRED_LANGUAGE(
            "`preferredLanguage` that is not in the form of `Accept-Language`",
            "HR systems; reports to Slack, Gluu, WSO2",
            "kept as sent"),
    /// `timezone` that is no name of the IANA database.
    TIME_ZONE("`timezone` of another system, such as `W. Europe Standard Time`", "HR systems", "kept as sent"),
    /// A URL or reference that is none.
    URL(
            "a reference that is no URI, or a `profileUrl` or `photos.value` that is no absolute URL, such as a file name",
            "HR systems; Microsoft's reference collection",
            "kept as sent"),
    /// `x509Certificates.value`, or another binary value, in another form.
    BINARY(
            "`x509Certificates.value` that is not one certificate, or a binary value that is not base64",
            "administrators who paste PEM",
            "kept as sent"),
    /// A password that the policy would refuse.
    PASSWORD(
            "a password that is shorter than configured, or has characters that RFC 8265 refuses",
            "Okta's documentation samples",
            "accepted and hashed"),
    /// A user name that the profile of RFC 8265 refuses.
    USER_NAME(
            "`userName` with characters that RFC 8265 refuses, or with spaces around it",
            "HR systems",
            "kept as sent, unless it stands for the name of another user"),

    // Forms of JSON.
    /// The empty string for no value.
    EMPTY_TEXT("an empty string; where a URL belongs, one of blanks", "Entra, PingOne", "no value"),
    /// An element without its `value`.
    EMPTY_ELEMENT("an element whose `value` is empty or null", "PingOne, Okta", "no element"),
    /// A scalar where a string belongs.
    SCALAR_AS_TEXT("a number or boolean where a string belongs", "SailPoint; HR systems", "its text"),
    /// Text where a number belongs.
    TEXT_AS_NUMBER(
            "text where a number belongs, also in `count`, `startIndex` and `failOnErrors`",
            "SCIM-SDK's client; HR systems",
            "the number"),
    /// Text where a boolean belongs.
    TEXT_AS_BOOLEAN("`\"True\"` and `\"false\"`, in any case, where a boolean belongs", "Entra", "the boolean"),
    /// One value where a list belongs.
    ONE_AS_LIST("one value where a list belongs", "SCIM-SDK's client; Entra", "a list of one"),
    /// A list of one where one value belongs.
    LIST_AS_ONE("a list of one where one value belongs", "HR systems", "that one"),
    /// Text where a complex value belongs.
    TEXT_AS_COMPLEX(
            "a string where a complex value with `value` belongs: a member, a manager, an e-mail address",
            "Entra; Microsoft's reference collection",
            "`{\"value\": …}`"),
    /// A JSON object inside a string.
    JSON_IN_TEXT("a JSON object inside a string where a complex value belongs", "Entra", "the object"),
    /// Several primary elements.
    SEVERAL_PRIMARIES("several elements with `primary: true`", "PingOne", "the one of type `work`, else the first"),
    /// Attributes that no schema has.
    UNKNOWN_ATTRIBUTE("an attribute or sub-attribute that no schema has", "most default mappings", "left out"),
    /// Attributes under a URN of the client's own.
    FOREIGN_URN("an object under a URN that no schema has", "PingOne, Okta: custom attributes", "kept as sent"),
    /// Core attributes inside an object named by the URN of the core schema.
    CORE_URN("core attributes in an object named by the URN of the core schema", "mappings by hand", "core attributes"),

    // Forms of messages.
    /// No `schemas`.
    MISSING_SCHEMAS("no `schemas`, or an empty list", "Okta, WSO2 clients", "what the endpoint expects"),
    /// `schemas` that do not name what the endpoint expects.
    OTHER_SCHEMAS(
            "`schemas` without the URN that the endpoint expects, or with further ones",
            "Entra; SCIM-SDK's client",
            "what the endpoint expects"),
    /// URNs of the drafts of SCIM 2.0.
    DRAFT_URN("URNs of the drafts, such as `urn:scim:schemas:core:2.0:User`", "older clients", "those of RFC 7643"),
    /// Members that a message does not have.
    UNKNOWN_MEMBER("a member that the message does not have", "various", "left out"),

    // PATCH.
    /// A value beside the operation remove.
    REMOVE_WITH_VALUE("`remove` with a `value`", "Entra, JumpCloud", "only the elements listed are removed"),
    /// A path between blanks, or a blank one.
    PATH_WITH_BLANKS("a `path` of blanks, or between blanks", "mappings by hand", "none, or the path without them"),
    /// A filter in a path that matches nothing.
    ABSENT_TARGET(
            "`replace` through a filter that no element meets",
            "Entra",
            "the element that the filter describes is added"),
    /// Paths as names of members.
    PATHS_AS_NAMES(
            "paths and URNs as names in a value without `path`", "Entra with `aadOptscim062020`", "each is the path"),
    /// An array as the value of an operation without a path.
    ARRAY_WITHOUT_PATH(
            "an array of objects as the `value` of an operation without `path`",
            "SCIM-SDK's client, Keycloak",
            "each in turn"),
    /// A dot for the last colon of a URN.
    DOT_AFTER_URN("`URN.attribute` for `URN:attribute` in a path", "mappings by hand", "`URN:attribute`"),
    /// Read-only values of an earlier time, sent back.
    STALE_READ_ONLY(
            "a whole resource, read earlier, as the value of a `replace` without `path`",
            "Okta; clients that read, change and write",
            "read-only parts are left out, however old"),
    /// A filter behind a URN of the client's own.
    FOREIGN_PATH("a path below a URN of the client's own that leads to nothing", "mappings by hand", "no change"),

    // Filters and searches.
    /// Operands without quotes.
    UNQUOTED_OPERAND(
            "an operand of a filter without quotes",
            "PingFederate, WSO2, Microsoft's reference collection",
            "its text"),
    /// Keywords in another case.
    KEYWORD_CASE("`True`, `False`, `Null` in a filter, in any case", "various", "the keyword"),
    /// Connectives without spaces.
    MISSING_SPACE("`and` or `or` without a space on both sides", "filters by hand", "the connective"),
    /// `+` in a query string.
    UNENCODED_PLUS(
            "`+` in the query that was not encoded, in an address or a dateTime",
            "PingOne",
            "`+`; in an address, a space or `+`"),
    /// Characters in a query string that have to be encoded.
    UNENCODED_QUERY(
            "quotes, brackets, braces, `|`, `<`, `>`, blanks and others in the query that were not encoded",
            "curl; filters by hand",
            "those characters"),

    // Bulk.
    /// A path without its slash.
    BULK_PATH_WITHOUT_SLASH("the `path` of a bulk operation without its first slash", "various", "the path"),
    /// A method in another case.
    BULK_METHOD_CASE("the `method` of a bulk operation in another letter case", "various", "the method"),

    // What is said of others.
    /// Members that are nobody.
    ABSENT_MEMBER("a member that is no user or group of the organization", "PingOne, Okta", "skipped and recorded"),
    /// A wrong type of a member.
    MEMBER_TYPE("a wrong `type` of a member", "various", "the type that the member is of"),
    /// A manager who is nobody.
    ABSENT_MANAGER("a manager who is no user", "Entra", "kept as sent"),
    /// A user who comes back.
    RETURNING_USER(
            "POST of a user who is there, but disabled",
            "Okta, PingOne",
            "that user, under the old `id`, with what is sent now"),
    /// Two groups of one name.
    GROUP_NAME(
            "a second group with the `displayName` of another",
            "clients that find groups by name",
            "a mistake: 409 `uniqueness`"),

    // Answers.
    /// A modified group is not shown.
    GROUP_UNSEEN(
            "PATCH of a group by a client that expects no content", "Entra's documentation", "204 without the group") {
        @Override
        boolean isDefaultOf(ConformanceMode mode) {
            return false;
        }
    };

    private final String sent;
    private final String by;
    private final String meaning;

    Tolerance(String sent, String by, String meaning) {
        this.sent = sent;
        this.by = by;
        this.meaning = meaning;
    }

    /// Whether a connection in this mode forgives it unless told otherwise.
    boolean isDefaultOf(ConformanceMode mode) {
        return switch (mode) {
            case COMPATIBLE -> true;
            case STRICT -> false;
        };
    }

    /// The name in settings, metrics and documents, such as `text-as-boolean`.
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The names of several, as logs and events show them: `country,text-as-boolean`.
    public static String keywords(Set<Tolerance> tolerances) {
        return tolerances.stream().map(Tolerance::keyword).collect(Collectors.joining(","));
    }

    /// What is sent, in Markdown.
    public String sent() {
        return sent;
    }

    /// Who sends it.
    public String by() {
        return by;
    }

    /// What it is taken to mean, in Markdown.
    public String meaning() {
        return meaning;
    }
}
