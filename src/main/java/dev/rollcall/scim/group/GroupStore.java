package dev.rollcall.scim.group;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.Change;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.StoredResource;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.LongAttribute;
import dev.rollcall.scim.security.ProvisioningClient;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.scim.values.ValuesOfType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps groups in `scim_group`: one row each, with everything but the members in one document.
@ApplicationScoped
public class GroupStore implements ResourceStore {
    private static final String TABLE = LongMembers.TABLE;

    private final ResourceType type;
    private final LongMembers members;
    private final AttributeBindings bindings;
    private final GroupRepository groups;
    private final MemberTable table;
    private final Memberships memberships;
    private final ValuesOfType values;
    private final ResourceRows rows;
    private final Clock clock;

    GroupStore(
            SchemaRegistry schemas,
            GroupRepository groups,
            MemberTable table,
            LongMembers members,
            Memberships memberships,
            ValueTables values,
            ResourceRows rows,
            Clock clock) {
        this.type = schemas.resourceType("Group").orElseThrow();
        this.members = members;
        this.bindings = bindings(type);
        this.groups = groups;
        this.table = table;
        this.memberships = memberships;
        this.values = values.of(type, bindings, List.of("id", "displayName"));
        this.rows = rows;
        this.clock = clock;
    }

    /// Where the attributes of a group live.
    static AttributeBindings bindings(ResourceType type) {
        return AttributeBindings.of(type)
                .lookUpColumn("externalId", "external_id")
                .lookUpColumn("displayName", "display_name_key")
                .relation("members", new MembersRelation())
                .build();
    }

    @Override
    public ResourceType type() {
        return type;
    }

    @Override
    public ResourceTable table() {
        return ResourceTable.of(type, TABLE, bindings);
    }

    @Override
    public ServerDefaults defaults() {
        return ServerDefaults.NONE;
    }

    @Override
    public Map<String, String> uniqueKeys() {
        return Map.of("scim_group_display_name_unique", "displayName");
    }

    @Override
    public Optional<ResolvedAttribute> apart() {
        return Optional.of(members.attribute());
    }

    @Override
    public void check(ProvisioningClient client, @Nullable ScimResource before, ScimValue.Complex attributes) {
        GroupName.of(attributes);
    }

    @Override
    public Optional<ScimResource> find(UUID organizationId, UUID id) {
        return rows.find(type, TABLE, organizationId, id);
    }

    @Override
    public Optional<LongAttribute> longAttribute() {
        return Optional.of(members);
    }

    @Override
    public Optional<StoredResource> findForChange(ProvisioningClient client, UUID id) {
        return groups.lock(client.organizationId(), id).map(group -> new StoredGroup(client, group));
    }

    @Override
    public StoredResource insert(ProvisioningClient client, UUID id, ScimValue.Complex attributes) {
        var group = new GroupEntity();
        group.id = id;
        group.organizationId = client.organizationId();
        group.version = 1;
        group.created = clock.millis();
        group.lastModified = group.created;
        keepUnique(client, group, attributes);
        group.write(type, values.visible(attributes));
        groups.persistAndFlush(group);
        var created = new StoredGroup(client, group);
        values.update(group.organizationId, null, created.resource());
        values.updateSecrets(group.organizationId, id, attributes);
        return created;
    }

    private void keepUnique(ProvisioningClient client, GroupEntity group, ScimValue.Complex attributes) {
        var name = GroupName.of(attributes);
        if (!client.tolerances().allow(Tolerance.GROUP_NAME)) {
            group.uniqueName = null;
            return;
        }
        // The unique key does not see the groups of strict connections.
        if (groups.isTaken(group.organizationId, name, group.id)) {
            throw ScimException.uniqueness("displayName");
        }
        group.uniqueName = name.hash();
    }

    /// A group that is being changed; its row is locked.
    private final class StoredGroup implements StoredResource {
        private final ProvisioningClient client;
        private final GroupEntity group;
        private final ScimResource before;
        private final MemberChanges changes;

        private StoredGroup(ProvisioningClient client, GroupEntity group) {
            this.client = client;
            this.group = group;
            this.before = ResourceRows.resource(type, group);
            this.changes = new MemberChanges(
                    table, new MemberTable.Group(group.organizationId, group.id), client.tolerances());
        }

        @Override
        public ScimResource resource() {
            return before;
        }

        @Override
        public ScimResource change(Change change) {
            var visible = values.visible(change.attributes());
            var isOther = !visible.equals(before.attributes());
            if (isOther) {
                rename(visible);
                group.write(type, visible);
            }
            var hasNewSecrets = values.updateSecrets(group.organizationId, group.id, change.attributes());
            var hasLostSecrets = values.removeSecrets(group.organizationId, group.id, change.unassigned());
            var hasOtherMembers = changes.apply(change.elements(), change.baseUri());
            if (!isOther && !hasNewSecrets && !hasLostSecrets && !hasOtherMembers) {
                return before;
            }
            group.lastModified = Math.max(clock.millis(), group.lastModified + 1);
            groups.flush();
            var after = ResourceRows.resource(type, group);
            values.update(group.organizationId, before, after);
            return after;
        }

        private void rename(ScimValue.Complex after) {
            if (!GroupName.of(after).equals(GroupName.of(before.attributes()))) {
                keepUnique(client, group, after);
            }
        }

        @Override
        public void link(List<ElementChange> elements) {
            changes.apply(elements, "");
        }

        @Override
        public Optional<String> remark() {
            return changes.remark();
        }

        @Override
        public List<ScimResource> delete() {
            values.remove(group.organizationId, group.id);
            groups.delete(group);
            groups.flush();
            table.deleteAll(new MemberTable.Group(group.organizationId, group.id));
            return memberships.end(group.organizationId, group.id);
        }
    }
}
