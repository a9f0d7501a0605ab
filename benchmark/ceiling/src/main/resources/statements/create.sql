insert into scim_user (active,created,display_name_key,document,external_id,last_modified,organization_id,password_hash,search_document,user_name,user_name_key,version,id) values (?,?,?,?,?,?,?,?,?,?,?,?,?)
INSERT INTO resource_value (organization_id, resource_id, attribute, element, value_key) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE value_key = VALUES(value_key)
INSERT INTO provisioning_event (id, organization_id, connection_id, resource_type, resource_id, kind, version, occurred, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''))
