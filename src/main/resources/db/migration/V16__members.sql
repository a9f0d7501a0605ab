-- Members are listed by state, in the order of their identifiers.
ALTER TABLE scim_user ADD KEY scim_user_active (organization_id, active, id);

-- Who of many is active, and at which domain, is read without their documents.
ALTER TABLE scim_user DROP KEY scim_user_page, ADD KEY scim_user_page (organization_id, id, active, user_name_key);

-- From a group to the groups within it, past any number of users.
ALTER TABLE group_member ADD KEY group_member_nested (organization_id, member_type, group_id, member_id);

-- People whom no identity provider has are found by the beginning of their name, and by how they came.
ALTER TABLE person
    ADD COLUMN name_key VARCHAR(200) AS (LOWER(name)) VIRTUAL,
    ADD KEY person_name (organization_id, name_key, id),
    ADD KEY person_origin (organization_id, state, origin, id);
