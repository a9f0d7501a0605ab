package dev.rollcall.scim.group;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.membership.GroupEpochs;
import dev.rollcall.scim.membership.Members;
import dev.rollcall.scim.membership.Memberships;
import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.persistence.ResourceTable;
import dev.rollcall.scim.resource.Change;
import dev.rollcall.scim.resource.Held;
import dev.rollcall.scim.resource.HeldRow;
import dev.rollcall.scim.resource.Inserted;
import dev.rollcall.scim.resource.Rows;
import dev.rollcall.scim.resource.Writer;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.SchemaRegistry;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.RowAttribute;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.values.ValueTables;
import dev.rollcall.scim.values.ValuesOfType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The rows of `scim_group`.
@ApplicationScoped
class StoredGroups implements Rows {
    private final ResourceTable table;
    private final GroupRepository groups;
    private final Members members;
    private final Memberships memberships;
    private final GroupEpochs epochs;
    private final ValuesOfType values;
    private final ResourceRows rows;
    private final Clock clock;

    StoredGroups(
            SchemaRegistry schemas,
            GroupRepository groups,
            Members members,
            Memberships memberships,
            GroupEpochs epochs,
            ValueTables values,
            ResourceRows rows,
            Clock clock) {
        this.table = GroupStore.table(schemas);
        this.groups = groups;
        this.members = members;
        this.memberships = memberships;
        this.epochs = epochs;
        this.values = values.of(table.type(), table.bindings(), List.of("id", "displayName"));
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Map<String, String> uniqueKeys() {
        return Map.of("scim_group_display_name_unique", "displayName");
    }

    @Override
    public Optional<ScimResource> find(
            UUID organizationId, UUID id, Predicate<ResolvedAttribute> wanted, String baseUri) {
        return rows.find(table, organizationId, id);
    }

    @Override
    public Optional<Held> hold(Writer writer, UUID id) {
        return groups.lock(writer.organizationId(), id).map(group -> new HeldGroup(writer, group));
    }

    @Override
    public Inserted insert(Writer writer, UUID id, ScimValue.Complex attributes) {
        var group = new GroupEntity();
        group.begin(writer.organizationId(), id, clock.millis());
        keepUnique(writer, group, attributes);
        group.write(table.type(), values.visible(attributes));
        groups.insert(group);
        var added = ResourceRows.resource(table.type(), group);
        values.add(group.organizationId, added, attributes);
        return new InsertedGroup(added, members.changes(group.organizationId, id, writer.tolerances()));
    }

    private record InsertedGroup(ScimResource resource, RowAttribute.Changes changes) implements Inserted {
        @Override
        public void link(List<ElementChange> elements) {
            changes.apply(elements, "");
        }

        @Override
        public Optional<String> remark() {
            return changes.remark();
        }

        @Override
        public long added() {
            return changes.added();
        }
    }

    private void keepUnique(Writer writer, GroupEntity group, ScimValue.Complex attributes) {
        var name = GroupName.of(attributes);
        if (!writer.tolerances().allow(Tolerance.GROUP_NAME)) {
            group.uniqueName = null;
            return;
        }
        // The unique key does not see the groups of connections that allow equal names.
        if (groups.isTaken(group.organizationId, name, group.id)) {
            throw ScimException.uniqueness("displayName");
        }
        group.uniqueName = name.hash();
    }

    /// A group that is being changed; its row is locked.
    private final class HeldGroup extends HeldRow<GroupEntity> {
        private final Writer writer;
        private final RowAttribute.Changes changes;

        private HeldGroup(Writer writer, GroupEntity group) {
            super(table.type(), values, clock, group);
            this.writer = writer;
            this.changes = members.changes(group.organizationId, group.id, writer.tolerances());
        }

        @Override
        protected void write(GroupEntity group, ScimValue.Complex visible) {
            if (!GroupName.of(visible).equals(GroupName.of(resource().attributes()))) {
                keepUnique(writer, group, visible);
            }
            epochs.end(group.organizationId);
            super.write(group, visible);
        }

        @Override
        protected boolean changeElements(Change change) {
            return changes.apply(change.elements(), change.baseUri());
        }

        @Override
        public Optional<String> remark() {
            return changes.remark();
        }

        @Override
        public long added() {
            return changes.added();
        }

        @Override
        public long removed() {
            return changes.removed();
        }

        @Override
        protected void save(GroupEntity group) {
            groups.update(group);
        }

        @Override
        protected void delete(GroupEntity group) {
            epochs.end(group.organizationId);
            groups.delete(group);
        }

        @Override
        protected List<ScimResource> leave(GroupEntity group) {
            members.removeAll(group.organizationId, group.id);
            return memberships.end(group.organizationId, group.id);
        }
    }
}
