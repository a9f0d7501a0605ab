INSERT INTO scim_user (id, organization_id, user_name, user_name_key, external_id, display_name_key, active, created, last_modified, version, document, search_document) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
INSERT INTO resource_value (organization_id, resource_id, attribute, element, value_key) VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE value_key = VALUES(value_key)
INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type, resource_id, kind, version, occurred, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''))
