package dev.rollcall.benchmark.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The users and groups that requests are about. One user is created by the service; the others are copies of that
/// row and of all that stands beside it, with other names.
final class Fixture {
    /// How many users there are.
    static final int USERS = 101_000;

    private static final int LARGE_GROUP = 100_000;
    private static final int SMALL_GROUP = 10;
    private static final int FIRST_MEMBER = 1;
    private static final String TEMPLATE = "0000000";
    private static final String USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",\
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"e@@",\
            "userName":"u@@@example.com","name":{"givenName":"Barbara","middleName":"Jane","familyName":"Jensen-@@"},\
            "displayName":"Barbara Jensen @@","title":"Tour Guide","userType":"Employee",\
            "preferredLanguage":"en-US","locale":"en-US","timezone":"America/Los_Angeles","active":true,\
            "emails":[{"value":"u@@@example.com","type":"work","primary":true},{"value":"h@@@home.example","type":"home"}],\
            "phoneNumbers":[{"value":"+1 555 0100","type":"work"},{"value":"+1 555 0101","type":"mobile"}],\
            "addresses":[{"type":"work","streetAddress":"100 Universal City Plaza","locality":"Hollywood",\
            "region":"CA","postalCode":"91608","country":"US"}],\
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"@@","costCenter":"4130",\
            "organization":"Universal Studios","division":"Theme Park","department":"Tour Operations"}}""";

    private final Connection database;
    private final ScimService service;

    Fixture(Connection database, ScimService service) {
        this.database = database;
        this.service = service;
    }

    /// The body of a user whom nobody else is like.
    static String user(String name) {
        return USER.replace("@@", name);
    }

    /// Makes them, and writes what the requests are made of into the folder.
    void make(Path folder) throws IOException, InterruptedException, SQLException {
        var template = service.create("/Users", user(TEMPLATE));
        update("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
        copies(template);
        var groups = List.of(group("Ten", SMALL_GROUP), group("A hundred thousand", LARGE_GROUP));
        update("ANALYZE TABLE scim_user, resource_value, scim_group, group_member");
        update("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        var ids = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var number = FIRST_MEMBER; number <= USERS; number++) {
            ids.add(id(number));
            names.add("u" + "%07d".formatted(number) + "@example.com");
        }
        write(folder.resolve("ids"), ids);
        write(folder.resolve("names"), names);
        write(folder.resolve("outsiders"), ids.subList(LARGE_GROUP, USERS));
        write(folder.resolve("groups"), groups);
        write(folder.resolve("user.json"), List.of(USER));
        write(folder.resolve("token"), List.of(service.token()));
    }

    /// The identifier of a user, by number from 1.
    static String id(int number) {
        return "01990000-0000-7000-8000-%012x".formatted(number);
    }

    private static final String COPIED_ID = "UNHEX(CONCAT('01990000000070008000', LPAD(HEX(s.seq), 12, '0')))";

    private void copies(String template) throws SQLException {
        var numbers = " JOIN (SELECT seq, LPAD(seq, 7, '0') AS n FROM seq_" + FIRST_MEMBER + "_to_" + USERS + ") s";
        var of = " WHERE %s = UNHEX('" + template.replace("-", "") + "')";
        update("INSERT INTO scim_user (id, organization_id, user_name, user_name_key, external_id, display_name_key,"
                + " active, created, last_modified, version, document, search_document) SELECT " + COPIED_ID
                + ", organization_id, " + renamed("user_name") + renamed("user_name_key") + renamed("external_id")
                + renamed("display_name_key") + "active, created, last_modified, version, " + renamed("document")
                + "REPLACE(search_document, '" + TEMPLATE + "', s.n) FROM scim_user" + numbers + of.formatted("id"));
        update("INSERT INTO resource_value (organization_id, attribute, value_key, resource_id, element)"
                + " SELECT organization_id, attribute, " + renamed("value_key") + COPIED_ID
                + ", element FROM resource_value" + numbers + of.formatted("resource_id"));
    }

    private static String renamed(String column) {
        return "REPLACE(" + column + ", '" + TEMPLATE + "', s.n), ";
    }

    private String group(String name, int members) throws IOException, InterruptedException, SQLException {
        var group = service.create(
                "/Groups",
                "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name + "\"}");
        update(
                "INSERT INTO group_member (organization_id, group_id, member_id, member_type) SELECT organization_id, id, "
                        + COPIED_ID + ", 'User' FROM scim_group JOIN seq_" + FIRST_MEMBER + "_to_" + members
                        + " s WHERE id = UNHEX('" + group.replace("-", "") + "')");
        return group;
    }

    private void update(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
