package dev.rollcall.scim.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Random requests that begin well and end badly: every method and endpoint, good bodies made wrong, filters
/// and paths cut and spliced, headers that contradict each other. They name resources that exist often enough
/// to do harm, if harm could be done.
final class HostileRequests {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "GET", "POST", "PUT", "PATCH", "PATCH");
    private static final List<String> ENDPOINTS = List.of(
            "/Users",
            "/Users",
            "/Users",
            "/Users",
            "/Users",
            "/Groups",
            "/Groups",
            "/Groups",
            "/Groups",
            "/Bulk",
            "/Me",
            "/.search",
            "/Users/.search",
            "/Groups/.search",
            "/Schemas",
            "/ResourceTypes",
            "/ServiceProviderConfig",
            "",
            "/Nope");
    private static final List<String> FILTERS = List.of(
            "userName eq \"a\"",
            "emails[type eq \"work\" and value co \"@\"]",
            "not (title pr) and (meta.created gt \"2020-01-01T00:00:00Z\" or active eq true)",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department sw \"x\"",
            "members[value eq \"x\" or type eq \"User\"]",
            "members eq \"x\"",
            "groups.display co \"x\"",
            "meta.resourceType eq \"Group\"",
            "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\"",
            "name.familyName eq null",
            "addresses.country ne \"DE\"",
            "id lt \"5\"");
    private static final List<String> PATHS = List.of(
            "title",
            "name.givenName",
            "emails",
            "emails[type eq \"work\"]",
            "emails[type eq \"work\"].value",
            "members",
            "members[value eq \"x\"]",
            "members.value",
            "displayName",
            "active",
            "groups",
            "id",
            "schemas",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "urn:acme:x:User:role");
    private static final List<String> TYPES = List.of(
            "application/scim+json",
            "application/json",
            "application/json; charset=utf-8",
            "application/json; charset=utf-16",
            "text/plain",
            "*/*",
            "application/*;q=0",
            "application/scim+json;q=zero",
            ";",
            "multipart/form-data; boundary=x");
    private static final List<String> TAGS =
            List.of("*", "W/\"1\"", "\"1\", W/\"2\"", "1", "\"", "W/\"\"", ",,,", "W/\"99999999999999999999\"");

    private final String base;
    private final String bearer;
    private final RandomGenerator random;
    private final HostileJson json;
    private final List<String> known = new ArrayList<>(List.of("/Users/0", "/Groups/none"));

    /// @param base the base URI of the service
    HostileRequests(String base, String bearer, RandomGenerator random) {
        this.base = base;
        this.bearer = bearer;
        this.random = random;
        json = new HostileJson(random);
    }

    /// A resource that later requests may name, by its path below the base URI.
    void remember(String path) {
        known.add(path);
    }

    /// One more request.
    Call next() {
        var method = anyOf(METHODS);
        var endpoint = anyOf(ENDPOINTS);
        var hasBody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        var isOne = random.nextInt(8) < (method.equals("POST") ? 1 : method.equals("GET") ? 4 : 7);
        var path = isOne ? one(endpoint) : endpoint;
        var body = hasBody ? json.of(body(method, path)) : null;
        return new Call(method, base + path + query(), headers(), body);
    }

    // Mostly what was made last, since much of the rest is deleted.
    private String one(String endpoint) {
        return switch (random.nextInt(8)) {
            case 0 -> endpoint + "/" + encoded(shortened(json.text()));
            case 1 -> known.getFirst();
            default -> known.get(Math.max(0, known.size() - 1 - random.nextInt(6)));
        };
    }

    private String query() {
        var parameters = new ArrayList<String>();
        if (random.nextInt(3) == 0) {
            parameters.add("filter=" + encoded(spliced(anyOf(FILTERS))));
        }
        if (random.nextInt(5) == 0) {
            parameters.add("sortBy=" + encoded(spliced(anyOf(PATHS))));
            parameters.add("sortOrder=" + anyOf(List.of("ascending", "DESCENDING", "up", "")));
        }
        if (random.nextInt(5) == 0) {
            parameters.add("count=" + anyOf(List.of("1", "0", "-1", "abc", "99999999999999999999", "1.5", "")));
        }
        if (random.nextInt(5) == 0) {
            parameters.add("startIndex=" + anyOf(List.of("1", "0", "-5", "2147483648", "x", "")));
        }
        if (random.nextInt(6) == 0) {
            parameters.add("cursor=" + anyOf(List.of("", "x", "AAAA", encoded(shortened(json.text())))));
        }
        if (random.nextInt(5) == 0) {
            parameters.add("attributes=" + encoded(spliced(anyOf(PATHS))));
        }
        if (random.nextInt(8) == 0) {
            parameters.add("excludedAttributes=" + encoded(anyOf(PATHS) + "," + shortened(json.text())));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", bearer);
        headers.put("Content-Type", random.nextInt(10) > 0 ? TYPES.getFirst() : anyOf(TYPES));
        if (random.nextInt(6) == 0) {
            headers.put("Accept", anyOf(TYPES));
        }
        if (random.nextInt(6) == 0) {
            headers.put("If-Match", anyOf(TAGS));
        }
        if (random.nextInt(6) == 0) {
            headers.put("If-None-Match", anyOf(TAGS));
        }
        return headers;
    }

    private ScimValue.Complex body(String method, String endpoint) {
        if (endpoint.equals("/Bulk")) {
            return bulk();
        }
        if (endpoint.endsWith(".search")) {
            return SchemaFixtures.object("""
                    {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"startIndex":1,"count":2,
                     "sortBy":"userName","sortOrder":"descending","attributes":["userName","displayName"]}""").with("filter", ScimValue.of(spliced(anyOf(FILTERS))));
        }
        if (method.equals("PATCH")) {
            return patch();
        }
        return endpoint.startsWith("/Groups") ? group() : user();
    }

    private ScimValue.Complex user() {
        var user = SchemaFixtures.object("""
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId":"E1","name":{"givenName":"Jane","familyName":"Doe","formatted":"Jane Doe"},
                 "displayName":"Jane","active":true,"password":"secret secret","locale":"en-US","timezone":"Europe/Berlin",
                 "emails":[{"value":"jane@acme.example","type":"work","primary":true},{"value":"j@home.example","type":"home"}],
                 "addresses":[{"type":"work","country":"DE","formatted":"A\\nB"}],
                 "roles":[{"value":"admin"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"x"}}""").with("userName", ScimValue.of("fuzz" + random.nextInt(60)));
        return random.nextInt(5) == 0 ? user.with("urn:acme:x:User", SchemaFixtures.object("{\"role\":\"y\"}")) : user;
    }

    private ScimValue.Complex group() {
        return SchemaFixtures.object("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"]}")
                .with("displayName", ScimValue.of("Fuzz " + random.nextInt(10)))
                .with("members", ScimValue.array(member(), member(), member()));
    }

    private ScimValue member() {
        return ScimValue.Complex.EMPTY.with("value", ScimValue.of(id(anyOf(known))));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private ScimValue.Complex patch() {
        var operations = new ArrayList<ScimValue>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var operation = ScimValue.Complex.EMPTY.with(
                    "op", ScimValue.of(anyOf(List.of("add", "remove", "replace", "Add", "Replace"))));
            if (random.nextInt(4) > 0) {
                operation = operation.with("path", ScimValue.of(spliced(anyOf(PATHS))));
            }
            if (random.nextInt(4) > 0) {
                operation = operation.with("value", patchValue());
            }
            operations.add(operation);
        }
        return SchemaFixtures.object("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"]}")
                .with("Operations", new ScimValue.MultiValued(operations));
    }

    private ScimValue patchValue() {
        return switch (random.nextInt(5)) {
            case 0 -> user().without("schemas");
            case 1 -> ScimValue.array(member());
            case 2 -> ScimValue.of(json.text());
            case 3 -> ScimValue.of(random.nextBoolean());
            default -> ScimValue.array(SchemaFixtures.object("{\"value\":\"k@x.example\",\"type\":\"Work\"}"));
        };
    }

    private ScimValue.Complex bulk() {
        var operations = new ArrayList<ScimValue>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            var method = anyOf(List.of("POST", "PUT", "PATCH", "DELETE", "POST"));
            var isGroup = random.nextBoolean();
            var path = method.equals("POST") ? (isGroup ? "/Groups" : "/Users") : anyOf(known);
            var data = method.equals("PATCH") ? patch() : isGroup ? group() : user();
            if (isGroup && method.equals("POST")) {
                data = data.with(
                        "members",
                        ScimValue.array(ScimValue.Complex.EMPTY.with(
                                "value", ScimValue.of("bulkId:" + (char) ('p' + random.nextInt(5))))));
            }
            var operation = ScimValue.Complex.EMPTY
                    .with("method", ScimValue.of(method))
                    .with("path", ScimValue.of(path))
                    .with("bulkId", ScimValue.of(String.valueOf((char) ('p' + i))))
                    .with("data", data);
            operations.add(operation);
        }
        return SchemaFixtures.object("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"]}")
                .with("Operations", new ScimValue.MultiValued(operations));
    }

    private String spliced(String text) {
        var place = random.nextInt(text.length());
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, place);
            case 1 -> text.substring(place);
            case 2 -> text.substring(0, place) + shortened(json.text()) + text.substring(place);
            case 3 -> text.toUpperCase(Locale.ROOT);
            default -> text;
        };
    }

    // A target of seventy thousand characters is a matter of its own.
    private static String shortened(String text) {
        return text.length() > 2_000 ? text.substring(0, 2_000) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
