package dev.rollcall.api.flow;

import dev.rollcall.api.testing.ManagementClient;
import dev.rollcall.scim.conformance.http.Answer;

/// What an identity provider does with users.
final class Users {
    private static final String PATH = "/scim/v2/Users";

    private Users() {}

    static Answer add(ManagementClient client, String userName) {
        return client.send(
                "POST",
                PATH,
                "application/scim+json",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + "\"}");
    }

    static Answer find(ManagementClient client, String userName) {
        return client.get(PATH + "?filter=userName%20eq%20%22" + userName + "%22");
    }
}
