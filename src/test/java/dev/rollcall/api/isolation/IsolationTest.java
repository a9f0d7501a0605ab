package dev.rollcall.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.api.document.ServedDocument;
import dev.rollcall.api.document.ServedDocument.Described;
import dev.rollcall.api.testing.AccessClient;
import dev.rollcall.api.testing.Callers;
import dev.rollcall.organization.Organizations;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each operation of the description is tried by everybody who may not do it, and with the ids of another
/// organization wherever an id can stand.
@QuarkusTest
class IsolationTest {
    private static final String ORGANIZATION = "{organizationId}";
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<Integer> UNKNOWN = Set.of(401);
    private static final Set<Integer> FORBIDDEN = Set.of(403);
    private static final Set<Integer> MISSING = Set.of(403, 404);
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 409);
    private static final Set<Integer> LOOKED = Set.of(200, 404, 409);
    private static final Set<Integer> HARMLESS = Set.of(200, 400, 403, 404);

    private final Callers callers;
    private final Organizations organizations;
    private final TestTokens tokens;
    private final Tables tables;
    private List<UUID> victims = List.of();
    private UUID victim = UUID.randomUUID();
    private UUID own = UUID.randomUUID();
    private String scim = "";

    IsolationTest(Callers callers, Organizations organizations, TestTokens tokens, Tables tables) {
        this.callers = callers;
        this.organizations = organizations;
        this.tokens = tokens;
        this.tables = tables;
    }

    @BeforeEach
    void fillTheVictim() {
        var token = tokens.anOrganization().issue();
        victim = token.organizationId();
        scim = token.bearer();
        own = tokens.anOrganization().issue().organizationId();
        giveAccess(new AccessClient(callers, token));
        // Shorter paths make what longer ones hang on.
        for (var operation : operations()) {
            if (operation.method().equals("POST") && operation.path().contains(ORGANIZATION)) {
                for (var path : paths(operation, victim, tables.idsOf(victim))) {
                    send(callers.operator(), operation, path, body(operation));
                }
            }
        }
        victims = tables.idsOf(victim);
        // The first cursor makes the secret by which cursors are known.
        assertThat(callers.operator().get("/api/v1/audit?limit=1").<String>path("next"))
                .isNotNull();
        // Who comes later changes nothing by coming.
        callers.admin(own);
        callers.operatorOf(own);
        callers.memberOf(victim);
        callers.admin(victim);
        callers.readOnlyOperator();
    }

    /// What examples cannot make, since it refers to what is there.
    private static void giveAccess(AccessClient client) {
        var group = client.group("Victims");
        var role = client.adminRole("Victims' admin");
        client.mapping(group, null, role);
        client.grant(client.user("victim@example.com"), role);
    }

    private static List<Described> operations() {
        return ServedDocument.read().operations().stream()
                .sorted(Comparator.comparingInt(operation -> operation.path().length()))
                .toList();
    }

    @Test
    void nobodyReachesWhatBelongsToAnotherOrganization() {
        var secrets = new ArrayList<>(victims.stream().map(UUID::toString).toList());
        secrets.add(organizations.required(victim).name());
        var complaints = new ArrayList<String>();
        var count = 0;
        for (var operation : operations()) {
            var before = tables.checksums();
            for (var intrusion : intrusions(operation)) {
                count++;
                complaints.addAll(intrusion.complaints(secrets));
            }
            var after = tables.checksums();
            after.entrySet().removeAll(before.entrySet());
            after.keySet().forEach(table -> complaints.add(operation + ": changes " + table));
        }

        assertThat(complaints).isEmpty();
        assertThat(victims).hasSizeGreaterThan(2);
        assertThat(count).isGreaterThan(50);
    }

    @Test
    void noBodyThatLacksSomethingMakesTheServiceFail() {
        var answers = new ArrayList<String>();
        for (var operation : operations()) {
            for (var body : incomplete(operation)) {
                for (var path : paths(operation, own, tables.idsOf(own))) {
                    answers.add(send(callers.operator(), operation, path, body).statusCode() + " " + operation + " "
                            + body);
                }
            }
        }

        assertThat(answers).hasSizeGreaterThan(20).noneMatch(answer -> answer.startsWith("5"));
    }

    /// The example without one of its fields each, without any, and with nothing but null.
    private static List<String> incomplete(Described operation) {
        var example = operation.example().orElse(new JsonObject());
        var all = new ArrayList<String>();
        for (var field : example.fieldNames()) {
            var without = example.copy();
            without.remove(field);
            all.add(without.encode());
            all.add(example.copy().putNull(field).encode());
        }
        if (!all.isEmpty()) {
            all.addAll(List.of("{}", "null", "[{}]"));
        }
        return all;
    }

    private List<Intrusion> intrusions(Described operation) {
        var all = new ArrayList<Intrusion>();
        var security = operation.operation().getJsonArray("security", new JsonArray());
        if (security.isEmpty()) {
            return idsAsProofs(operation);
        }
        for (var path : paths(operation, victim, victims)) {
            strangers().forEach((who, caller) -> all.add(tried(who, caller, operation, path, UNKNOWN)));
            if (operation.path().contains(ORGANIZATION) || operation.operation().containsKey("x-for")) {
                neighbours().forEach((who, caller) -> all.add(tried(who, caller, operation, path, MISSING)));
                all.add(tried("person without role", () -> callers.memberOf(victim), operation, path, FORBIDDEN));
                if (!operation.method().equals("GET")) {
                    var expected = operation.operation().containsKey("x-changes-nothing") ? LOOKED : FORBIDDEN;
                    all.add(tried("read-only operator", callers::readOnlyOperator, operation, path, expected));
                }
                if (operation.operation().containsKey("x-for")) {
                    all.add(tried("its own admin", () -> callers.admin(victim), operation, path, FORBIDDEN));
                }
            }
        }
        if (operation.path().contains(ORGANIZATION)) {
            all.addAll(foreignIds(operation));
        }
        return all;
    }

    /// Where a proof is made of a body: no id is one.
    private List<Intrusion> idsAsProofs(Described operation) {
        Supplier<RequestSpecification> stranger = () -> callers.nobody().header("X-Rollcall-Request", "1");
        var example = operation.example().orElseGet(JsonObject::new);
        return victims.stream()
                .map(id -> {
                    var body = new JsonObject();
                    example.fieldNames().forEach(name -> body.put(name, id.toString()));
                    return tried("id as proof", stranger, operation, operation.path(), body.encode(), REFUSED);
                })
                .toList();
    }

    private Map<String, Supplier<RequestSpecification>> strangers() {
        return Map.of(
                "nobody", callers::nobody, "SCIM token", () -> callers.nobody().header("Authorization", scim));
    }

    private Map<String, Supplier<RequestSpecification>> neighbours() {
        return Map.of(
                "admin of another", () -> callers.admin(own), "operator of another", () -> callers.operatorOf(own));
    }

    /// By an admin, at their own organization, with ids of the other in path, body and query.
    private List<Intrusion> foreignIds(Described operation) {
        var all = new ArrayList<Intrusion>();
        Supplier<RequestSpecification> admin = () -> callers.admin(own);
        if (operation.path().replace(ORGANIZATION, "").contains("{")) {
            paths(operation, own, victims)
                    .forEach(path -> all.add(tried("foreign id", admin, operation, path, MISSING)));
            mixedPaths(operation)
                    .forEach(path -> all.add(tried("foreign id below an own one", admin, operation, path, MISSING)));
        }
        for (var path : paths(operation, own, tables.idsOf(own))) {
            bodies(operation).forEach(body -> all.add(tried("id in body", admin, operation, path, body, REFUSED)));
            if (operation.method().equals("GET")) {
                queries(operation)
                        .forEach(
                                query -> all.add(tried("id in query", admin, operation, path + "?" + query, HARMLESS)));
            }
        }
        return all;
    }

    private List<String> bodies(Described operation) {
        var example = body(operation);
        return UUID_TEXT.matcher(example).find()
                ? victims.stream()
                        .map(id -> UUID_TEXT.matcher(example).replaceAll(id.toString()))
                        .toList()
                : List.of();
    }

    private List<String> queries(Described operation) {
        return operation.operation().getJsonArray("parameters", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(parameter -> parameter.getString("in").equals("query"))
                .flatMap(parameter -> victims.stream().map(id -> parameter.getString("name") + "=" + id))
                .toList();
    }

    /// The paths that the template makes, with each of these ids for whatever hangs on the organization.
    private static List<String> paths(Described operation, UUID organization, List<UUID> ids) {
        var template = operation.path().replace(ORGANIZATION, organization.toString());
        return PARAMETER.matcher(template).find()
                ? ids.stream()
                        .map(id -> PARAMETER.matcher(template).replaceAll(id.toString()))
                        .toList()
                : List.of(template);
    }

    /// At the intruder's organization: an id of theirs, and one of the victim below it.
    private List<String> mixedPaths(Described operation) {
        var template = operation.path().replace(ORGANIZATION, own.toString());
        if (PARAMETER.matcher(template).results().count() < 2) {
            return List.of();
        }
        return tables.idsOf(own).stream()
                .map(id -> PARAMETER.matcher(template).replaceFirst(id.toString()))
                .flatMap(begun ->
                        victims.stream().map(id -> PARAMETER.matcher(begun).replaceAll(id.toString())))
                .toList();
    }

    private static String body(Described operation) {
        return operation.example().map(JsonObject::encode).orElse("");
    }

    private static Intrusion tried(
            String who,
            Supplier<RequestSpecification> caller,
            Described operation,
            String path,
            Set<Integer> expected) {
        return tried(who, caller, operation, path, body(operation), expected);
    }

    private static Intrusion tried(
            String who,
            Supplier<RequestSpecification> caller,
            Described operation,
            String path,
            String body,
            Set<Integer> expected) {
        var answer = send(caller.get(), operation, path, body);
        return new Intrusion(
                who + " " + operation.method() + " " + path,
                path + body,
                expected,
                operation.statuses(),
                answer.statusCode(),
                answer.asString());
    }

    private static io.restassured.response.Response send(
            RequestSpecification caller, Described operation, String path, String body) {
        var request = caller.contentType("application/json");
        return (body.isEmpty() ? request : request.body(body)).request(operation.method(), path);
    }
}
