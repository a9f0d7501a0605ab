package dev.rollcall.scim.persistence;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/// Puts users of {@link EveryType} into the database, as their store would, but many at once.
@ApplicationScoped
class UserRows {
    static final AttributeBindings BINDINGS = AttributeBindings.of(EveryType.USER)
            .keyColumn("userName", "user_name_key", "scim_user_user_name")
            .lookUpColumn("externalId", "external_id")
            .lookUpColumn("displayName", "display_name_key")
            .flagColumn("active", "active", "scim_user_active")
            .indexed("emails.value")
            .build();

    static final ResourceTable TABLE = ResourceTable.of(EveryType.USER, "scim_user", BINDINGS);

    /// Another type, without the extension that has every type, in the table that several types share.
    static final ResourceType THING = new ResourceType(
            "Thing",
            "/Things",
            "",
            EveryType.USER.schema(),
            EveryType.USER.extensions().stream()
                    .filter(extension -> !extension.schema().id().equals(EveryType.URI))
                    .toList());

    static final ResourceTable THINGS = new ResourceTable(
            THING,
            "scim_resource",
            AttributeBindings.of(THING)
                    .lookUpColumn("externalId", "external_id")
                    .lookUpColumn("displayName", "display_name_key")
                    .build(),
            SqlText.of("r.resource_type = ?", "Thing"));

    private final Sql sql;
    private final ValueIndex index;

    UserRows(Sql sql, ValueIndex index) {
        this.sql = sql;
        this.index = index;
    }

    void insert(UUID organization, List<ScimResource> users) {
        sql.batch(
                "INSERT INTO scim_user (id, organization_id, user_name, user_name_key, created, last_modified, version,"
                        + " document, search_document, external_id, display_name_key, active)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                users.stream().map(user -> row(organization, user)).toList());
        users.forEach(user -> index.update(organization, BINDINGS, null, user));
    }

    /// The same, where each of them was another of them before.
    void becomes(UUID organization, List<ScimResource> users) {
        insert(organization, users);
        var documents = users.stream()
                .map(user -> JsonWriter.text(SearchDocument.of(user)))
                .toList();
        for (var shift : new int[] {1, 0}) {
            sql.batch(
                    "UPDATE scim_user SET search_document = ? WHERE id = ?",
                    IntStream.range(0, users.size())
                            .mapToObj(i -> List.<Object>of(
                                    documents.get((i + shift) % users.size()),
                                    ResourceIds.bytes(
                                            UUID.fromString(users.get(i).id()))))
                            .toList());
        }
    }

    void insertThings(UUID organization, List<ScimResource> things) {
        sql.batch(
                "INSERT INTO scim_resource (id, organization_id, resource_type, created, last_modified, version,"
                        + " document, search_document, external_id, display_name_key)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                things.stream().map(thing -> thing(organization, thing)).toList());
    }

    private static List<Object> thing(UUID organization, ScimResource thing) {
        var row = row(organization, thing);
        row.set(2, thing.type().name());
        row.remove(3);
        row.removeLast();
        return row;
    }

    private static List<Object> row(UUID organization, ScimResource user) {
        var userName =
                ((ScimValue.Text) Objects.requireNonNull(user.attributes().find("userName"))).value();
        var row = new ArrayList<Object>(List.of(
                ResourceIds.bytes(UUID.fromString(user.id())),
                ResourceIds.bytes(organization),
                userName,
                Folding.fold(userName),
                user.meta().created().toEpochMilli(),
                user.meta().lastModified().toEpochMilli(),
                user.meta().version(),
                JsonWriter.text(user.attributes()),
                JsonWriter.text(SearchDocument.of(user))));
        row.add(SearchDocument.lookUpKey(user, "externalId"));
        row.add(SearchDocument.lookUpKey(user, "displayName"));
        row.add(user.attributes().find("active") instanceof ScimValue.Bool(var isActive) ? isActive : null);
        return row;
    }
}
