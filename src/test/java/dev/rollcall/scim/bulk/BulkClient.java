package dev.rollcall.scim.bulk;

import static io.restassured.RestAssured.given;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sends requests as one client and makes their bodies.
record BulkClient(String bearer) {
    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";

    private static final String BULK_REQUEST = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /// The answer to a request at a path below the base URI.
    Response send(String method, String path, @Nullable String body) {
        var request = given().header("Authorization", bearer).contentType("application/scim+json");
        return (body == null ? request : request.body(body)).request(Method.valueOf(method), "/scim/v2" + path);
    }

    /// The results of a bulk request.
    List<Map<String, Object>> bulk(List<ScimValue.Complex> operations) {
        var answer = send("POST", "/Bulk", request(operations));
        answer.then().statusCode(200);
        return answer.path("Operations");
    }

    /// The resource at a location, or at a path below the base URI.
    ScimValue.Complex read(String location) {
        var answer = given().header("Authorization", bearer).get(location);
        answer.then().statusCode(200);
        return (ScimValue.Complex) JsonReader.read(answer.asString());
    }

    static String request(List<ScimValue.Complex> operations) {
        return JsonWriter.text(object(
                "schemas",
                ScimValue.array(ScimValue.of(BULK_REQUEST)),
                "Operations",
                new ScimValue.MultiValued(List.copyOf(operations))));
    }

    static ScimValue.Complex operation(String method, String path, ScimValue.@Nullable Complex data) {
        var operation = object("method", ScimValue.of(method), "path", ScimValue.of(path));
        return data == null ? operation : operation.with("data", data);
    }

    static ScimValue.Complex post(String path, String bulkId, ScimValue.Complex data) {
        return operation("POST", path, data).with("bulkId", ScimValue.of(bulkId));
    }

    static ScimValue.Complex user(String userName) {
        return object("schemas", ScimValue.array(ScimValue.of(USER)), "userName", ScimValue.of(userName));
    }

    static ScimValue.Complex user(String userName, String manager) {
        return user(userName)
                .with("schemas", ScimValue.array(ScimValue.of(USER), ScimValue.of(ENTERPRISE)))
                .with(ENTERPRISE, object("manager", object("value", ScimValue.of(manager))));
    }

    static ScimValue.Complex group(String displayName, List<String> members) {
        var group = object("schemas", ScimValue.array(ScimValue.of(GROUP)), "displayName", ScimValue.of(displayName));
        return members.isEmpty() ? group : group.with("members", members(members));
    }

    static ScimValue members(List<String> members) {
        return new ScimValue.MultiValued(members.stream()
                .<ScimValue>map(member -> object("value", ScimValue.of(member)))
                .toList());
    }

    static ScimValue.Complex patch(String op, String path, ScimValue value) {
        return object(
                "schemas",
                ScimValue.array(ScimValue.of(PATCH_OP)),
                "Operations",
                ScimValue.array(object("op", ScimValue.of(op), "path", ScimValue.of(path), "value", value)));
    }

    /// An object of names and values in turn.
    static ScimValue.Complex object(Object... members) {
        var object = new LinkedHashMap<String, ScimValue>();
        for (var i = 0; i < members.length; i += 2) {
            object.put((String) members[i], (ScimValue) members[i + 1]);
        }
        return new ScimValue.Complex(object);
    }
}
