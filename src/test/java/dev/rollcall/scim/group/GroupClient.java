package dev.rollcall.scim.group;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sends what a provisioning client sends about users and groups.
final class GroupClient {
    static final String GROUPS = "/scim/v2/Groups";
    static final String USERS = "/scim/v2/Users";

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final String bearer;

    GroupClient(String bearer) {
        this.bearer = bearer;
    }

    RequestSpecification request() {
        return given().header("Authorization", bearer).contentType("application/scim+json; charset=UTF-8");
    }

    /// The id of a new user.
    String user(String userName) {
        return id(postUser("\"userName\":\"" + userName + "\""));
    }

    ValidatableResponse postUser(String members) {
        return request()
                .body("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]," + members + "}")
                .post(USERS)
                .then();
    }

    /// The id of a new user with a manager.
    String userBelow(String userName, String manager) {
        return id(postUser("\"userName\":\"" + userName + "\",\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\""
                + manager + "\"}}"));
    }

    /// The id of a new group.
    String group(String displayName, String... members) {
        return id(postGroup(displayName, members));
    }

    ValidatableResponse postGroup(String displayName, String... members) {
        return request().body(group(displayName, values(members))).post(GROUPS).then();
    }

    ValidatableResponse putGroup(String id, String displayName, String members) {
        return request()
                .body(group(displayName, members))
                .put(GROUPS + "/" + id)
                .then();
    }

    ValidatableResponse patch(String id, String operations) {
        return request().body(patchOf(operations)).patch(GROUPS + "/" + id).then();
    }

    /// The body of a PATCH.
    static String patchOf(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    ValidatableResponse read(String id) {
        return request().get(GROUPS + "/" + id).then();
    }

    ValidatableResponse search(String path, String filter) {
        return request().queryParam("filter", filter).get(path).then();
    }

    /// Members as a JSON array of values.
    static String values(String... ids) {
        return Stream.of(ids).map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(",", "[", "]"));
    }

    /// The operation that adds members.
    static String add(String... ids) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(ids) + "}";
    }

    /// The operation that removes a member.
    static String remove(String id) {
        return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
    }

    static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private static String group(String displayName, String members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + displayName
                + "\",\"members\":" + members + "}";
    }
}
