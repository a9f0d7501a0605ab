package dev.rollcall.scim.resource;

import dev.rollcall.scim.persistence.ResourceEntity;
import dev.rollcall.scim.persistence.ResourceRows;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.values.ValuesOfType;
import java.time.Clock;
import java.util.List;

/// A resource that is held by its row. What is the same for every type is here: values that are written beside the
/// row by difference, and version and time that move if anything does.
///
/// @param <E> the entity of the type's table
public abstract class HeldRow<E extends ResourceEntity> implements Held {
    private final ResourceType type;
    private final ValuesOfType values;
    private final Clock clock;
    private final E row;
    private final ScimResource before;
    private List<String> otherSecrets = List.of();

    protected HeldRow(ResourceType type, ValuesOfType values, Clock clock, E row) {
        this.type = type;
        this.values = values;
        this.clock = clock;
        this.row = row;
        this.before = ResourceRows.resource(type, row);
    }

    @Override
    public final ScimResource resource() {
        return before;
    }

    @Override
    public final ScimResource change(Change change) {
        var visible = visible(change.attributes());
        var isOther = !visible.equals(before.attributes());
        if (isOther) {
            write(row, visible);
        }
        var hasOtherSecrets = changeSecrets(row, change);
        if (hasOtherSecrets) {
            otherSecrets = Change.writeOnly(type).stream()
                    .filter(path -> change.unassigned().contains(path)
                            || change.attributes().find(path) != null)
                    .map(path -> path.attribute().name())
                    .toList();
        }
        var hasOtherElements = changeElements(change);
        if (!isOther && !hasOtherSecrets && !hasOtherElements) {
            return before;
        }
        row.touch(clock.millis());
        save(row);
        var after = ResourceRows.resource(type, row, visible);
        values.update(row.organizationId, before, after);
        return after;
    }

    @Override
    public final List<String> otherSecrets() {
        return otherSecrets;
    }

    @Override
    public final List<ScimResource> delete() {
        values.remove(row.organizationId, row.id);
        delete(row);
        return leave(row);
    }

    /// The attributes that go into the row.
    protected ScimValue.Complex visible(ScimValue.Complex attributes) {
        return values.visible(attributes);
    }

    /// Writes other attributes into the row.
    ///
    /// @throws dev.rollcall.scim.error.ScimException where they are refused
    protected void write(E row, ScimValue.Complex visible) {
        row.write(type, visible);
    }

    /// Sets and takes away write-only values.
    ///
    /// @return whether one of them is another one now
    protected boolean changeSecrets(E row, Change change) {
        var hasNew = values.updateSecrets(row.organizationId, row.id, change.attributes());
        return values.removeSecrets(row.organizationId, row.id, change.unassigned()) || hasNew;
    }

    /// Changes the elements that are rows of their own.
    ///
    /// @return whether there is a change
    protected boolean changeElements(Change change) {
        return false;
    }

    /// Writes the row with its next version, unless another writer was faster.
    protected abstract void save(E row);

    /// Deletes the row.
    protected abstract void delete(E row);

    /// Takes what is left of a resource whose row was deleted.
    ///
    /// @return the other resources that changed thereby, as they are now
    protected List<ScimResource> leave(E row) {
        return List.of();
    }
}
