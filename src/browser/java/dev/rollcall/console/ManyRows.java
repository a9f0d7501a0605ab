package dev.rollcall.console;

import dev.rollcall.scim.conformance.Database;
import java.util.UUID;

/// Rows of an organization by the thousand: copies of what the service has made of one call each.
record ManyRows(Database database, UUID organization) {
    private static final String COPIED_ID = "UNHEX(CONCAT(SUBSTR(HEX(id), 1, 16), LPAD(HEX(seq), 16, '0')))";
    private static final int APART_MILLIS = 2_500;

    /// As many copies of a user, in whose name five zeros become a number.
    void people(UUID user, int count) {
        database.update("""
                INSERT INTO scim_user (id, organization_id, user_name, user_name_key, external_id, display_name_key, active,
                    created, last_modified, version, document, search_document)
                SELECT %s, organization_id, REPLACE(user_name, '00000', n), REPLACE(user_name_key, '00000', n), external_id,
                    REPLACE(display_name_key, '00000', n), active, created, last_modified, version,
                    REPLACE(document, '00000', n), REPLACE(search_document, '00000', n)
                FROM scim_user JOIN (SELECT seq, LPAD(seq, 5, '0') n FROM seq_1_to_%d) s WHERE id = ?""".formatted(COPIED_ID, count), user);
    }

    /// As many copies of a group.
    void groups(UUID group, int count) {
        database.update("""
                INSERT INTO scim_group (id, organization_id, display_name_key, created, last_modified, version, document,
                    search_document)
                SELECT %s, organization_id, REPLACE(display_name_key, '00000', n), created, last_modified, version,
                    REPLACE(document, '00000', n), REPLACE(search_document, '00000', n)
                FROM scim_group JOIN (SELECT seq, LPAD(seq, 5, '0') n FROM seq_1_to_%d) s WHERE id = ?""".formatted(COPIED_ID, count), group);
    }

    /// As many calls, every result as often, in hours that are over and are summed up.
    void calls(UUID connection, int count) {
        database.update("""
                INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type, kind, occurred, method,
                    path, resource_name, name_key, status)
                SELECT UNHEX(CONCAT(LPAD(HEX(at), 12, '0'), '7001', LPAD(HEX(seq), 16, '0'))), ?, ?, 'User',
                    ELT(1 + seq %% 7, 'created', 'updated', 'unchanged', 'disabled', 'enabled', 'deleted', 'refused'), at,
                    'PUT', '/scim/v2/Users', CONCAT('called-', seq DIV 100), CONCAT('called-', seq DIV 100),
                    IF(seq %% 7 = 6, 400, 200)
                FROM (SELECT seq, (UNIX_TIMESTAMP() DIV 3600) * 3600000 - (%d - seq) * %d - 1 AS at FROM seq_1_to_%d) s""".formatted(count, APART_MILLIS, count), organization, connection);
        database.update("""
                INSERT INTO activity_hour
                SELECT organization_id, connection_id, occurred DIV 3600000, resource_type, kind, COUNT(*), 0
                FROM provisioning_event WHERE organization_id = ? AND method = 'PUT'
                GROUP BY organization_id, connection_id, occurred DIV 3600000, resource_type, kind""", organization);
        database.rows(
                "ANALYZE TABLE scim_user, scim_group, provisioning_event, activity_hour", row -> row.getString(1));
    }
}
