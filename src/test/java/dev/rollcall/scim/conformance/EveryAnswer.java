package dev.rollcall.scim.conformance;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What holds for every answer of the service, whatever was asked, so that no scenario has to say it: errors in
/// SCIM form (RFC 7644 §3.12), the media type (RFC 7644 §3.1), ETag and meta.version alike (RFC 7644 §3.14),
/// `schemas` in every resource, no null, no password, no 500.
@Proves({"ER-001", "ER-002", "ER-003", "CM-012", "CM-013", "US-012", "VE-001"})
public final class EveryAnswer {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("application/(scim\\+)?json(\\s*;\\s*charset=utf-8)?", Pattern.CASE_INSENSITIVE);
    /// The keywords of RFC 7644 Table 9 and RFC 9865 Table 3; all but these two go with 400.
    private static final Set<String> SCIM_TYPES = Set.of(
            "invalidFilter",
            "tooMany",
            "uniqueness",
            "mutability",
            "invalidSyntax",
            "invalidPath",
            "noTarget",
            "invalidValue",
            "invalidVers",
            "sensitive",
            "invalidCursor",
            "expiredCursor",
            "invalidCount");
    private static final Map<String, Integer> OTHER_STATUS = Map.of("uniqueness", 409, "sensitive", 403);
    private static final ScimValue ERROR_SCHEMAS =
            ScimValue.array(ScimValue.of("urn:ietf:params:scim:api:messages:2.0:Error"));
    private static final Pattern SECRETS = Pattern.compile("\"password\"\\s*:|\\$argon2", Pattern.CASE_INSENSITIVE);
    // What a stack trace, a query or a class name of ours would show.
    private static final Pattern INTERNALS = Pattern.compile("dev\\.rollcall|org\\.hibernate|java\\.lang|SQLException");

    private EveryAnswer() {}

    /// What is wrong with the answer; nothing if the list is empty.
    public static List<String> faults(Answer answer, boolean toHead) {
        var faults = new ArrayList<String>();
        if (answer.status() == 500) {
            faults.add("status: nothing that a client sends may make a 500");
        }
        if (SECRETS.matcher(answer.text()).find()) {
            faults.add("body: holds a password");
        }
        if (answer.status() == 204 || answer.status() == 304 || toHead || isOfTheCodec(answer) || isMinimal(answer)) {
            return faults;
        }
        if (!MEDIA_TYPE.matcher(answer.header("Content-Type").orElse("absent")).matches()) {
            faults.add("header/Content-Type: " + answer.header("Content-Type").orElse("absent"));
        }
        if (answer.json() instanceof ScimValue.Complex body) {
            faults.addAll(answer.status() >= 400 ? error(answer, body) : representation(answer, body));
        } else {
            faults.add("body: is no JSON object");
        }
        return faults;
    }

    private static boolean isMinimal(Answer answer) {
        return answer.text().isEmpty()
                && answer.status() == 201
                && answer.header("Preference-Applied")
                        .filter("return=minimal"::equals)
                        .isPresent();
    }

    // What is no request, such as a request line with blanks in it or beyond all limits, is refused before there is
    // anything to answer in SCIM form.
    private static boolean isOfTheCodec(Answer answer) {
        return answer.text().isEmpty()
                && switch (answer.status()) {
                    case 400 ->
                        answer.header("Connection")
                                .filter("close"::equalsIgnoreCase)
                                .isPresent();
                    case 414, 431 -> true;
                    default -> false;
                };
    }

    private static List<String> error(Answer answer, ScimValue.Complex body) {
        var faults = new ArrayList<String>();
        faults.addAll(Matching.differences("body/schemas", ERROR_SCHEMAS, body.find("schemas")));
        faults.addAll(Matching.differences(
                "body/status", ScimValue.of(Integer.toString(answer.status())), body.find("status")));
        if (!(body.find("detail") instanceof ScimValue.Text(var detail)) || detail.isBlank()) {
            faults.add("body/detail: an error says what to change");
        }
        var type = body.find("scimType");
        if (type != null
                && !(type instanceof ScimValue.Text(var keyword)
                        && SCIM_TYPES.contains(keyword)
                        && OTHER_STATUS.getOrDefault(keyword, 400) == answer.status())) {
            faults.add("body/scimType: " + JsonWriter.text(type) + " is no keyword of the RFCs for this status");
        }
        if (INTERNALS.matcher(answer.text()).find()) {
            faults.add("body: shows the inside of the service");
        }
        if (answer.status() == 401 && answer.header("WWW-Authenticate").isEmpty()) {
            faults.add("header/WWW-Authenticate: absent");
        }
        if (answer.status() == 405 && answer.header("Allow").isEmpty()) {
            faults.add("header/Allow: absent");
        }
        return faults;
    }

    private static List<String> representation(Answer answer, ScimValue.Complex body) {
        var faults = new ArrayList<String>();
        if (holdsNull(body)) {
            faults.add("body: holds a null");
        }
        if (body.find("meta") instanceof ScimValue.Complex meta
                && meta.find("version") instanceof ScimValue.Text version) {
            faults.addAll(Matching.differences(
                    "header/ETag",
                    version,
                    answer.header("ETag").map(ScimValue::of).orElse(null)));
        }
        if (body.find("meta") instanceof ScimValue.Complex meta
                && meta.find("location") instanceof ScimValue.Text location
                && answer.header("Content-Location").isPresent()) {
            faults.addAll(Matching.differences(
                    "header/Content-Location",
                    location,
                    answer.header("Content-Location").map(ScimValue::of).orElse(null)));
        }
        var resources =
                body.find("Resources") instanceof ScimValue.MultiValued(var elements) ? elements : List.of(body);
        for (var resource : resources) {
            if (!(resource instanceof ScimValue.Complex object)
                    || !(object.find("schemas") instanceof ScimValue.MultiValued(var schemas))
                    || schemas.isEmpty()
                    || Set.copyOf(schemas).size() != schemas.size()) {
                faults.add("body: a resource without schemas, or with one twice");
            }
        }
        return faults;
    }

    private static boolean holdsNull(ScimValue value) {
        return switch (value) {
            case ScimValue.Null _ -> true;
            case ScimValue.MultiValued(var elements) -> elements.stream().anyMatch(EveryAnswer::holdsNull);
            case ScimValue.Complex(var members) -> members.values().stream().anyMatch(EveryAnswer::holdsNull);
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _ -> false;
        };
    }
}
