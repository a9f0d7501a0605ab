package dev.rollcall.scim.membership;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.patch.ElementChange;
import dev.rollcall.scim.schema.Folding;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.search.RowAttribute;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.sql.ResourceIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Changes the members of one group. A member that no user or group of the organization is, and a type that the
/// member is not of, are refused unless forgiven: then such a member is skipped and remembered, and what the member
/// really is counts. One stale identifier must not keep the others out.
final class MemberChanges implements RowAttribute.Changes {
    /// How many of the members that were skipped are remembered; an event has room for fewer.
    private static final int MOST_SKIPPED = 200;

    private final MemberTable table;
    private final MemberTable.Group group;
    private final Tolerances tolerances;
    private final Set<String> skipped = new LinkedHashSet<>();
    private long added;
    private long removed;

    MemberChanges(MemberTable table, MemberTable.Group group, Tolerances tolerances) {
        this.table = table;
        this.group = group;
        this.tolerances = tolerances;
    }

    @Override
    public boolean apply(List<ElementChange> changes, String baseUri) {
        var changed = false;
        for (var change : changes) {
            changed |= switch (change) {
                case ElementChange.Add(var elements) -> add(byId(elements));
                case ElementChange.Remove(var elements) -> isRemoval(table.delete(group, ids(elements)));
                case ElementChange.Replace(var elements) -> replace(byId(elements));
                case ElementChange.RemoveMatching(var condition) ->
                    isRemoval(table.delete(group, MemberTable.condition(condition, baseUri)));
                case ElementChange.Forbid(var condition, var refusal) ->
                    refuse(table.any(group, MemberTable.condition(condition, baseUri)), refusal);
                case ElementChange.Require(var condition, var refusal) ->
                    refuse(!table.any(group, MemberTable.condition(condition, baseUri)), refusal);
            };
        }
        return changed;
    }

    @Override
    public Optional<String> remark() {
        return skipped.isEmpty()
                ? Optional.empty()
                : Optional.of("Skipped members that are no users or groups of the organization: "
                        + String.join(", ", skipped));
    }

    @Override
    public long added() {
        return added;
    }

    @Override
    public long removed() {
        return removed;
    }

    private boolean isRemoval(int rows) {
        removed += rows;
        return rows > 0;
    }

    private static boolean refuse(boolean refused, ScimException refusal) {
        if (refused) {
            throw refusal;
        }
        return false;
    }

    private boolean replace(Map<UUID, ScimValue.Complex> wanted) {
        if (wanted.isEmpty()) {
            return isRemoval(table.deleteAll(group));
        }
        var gone = new ArrayList<UUID>();
        var missing = new LinkedHashMap<>(wanted);
        var last = new UUID(0, 0);
        var page = table.page(group, last);
        while (!page.isEmpty()) {
            page.forEach((id, type) -> {
                var element = missing.remove(id);
                if (element == null) {
                    gone.add(id);
                }
                checkType(element, type);
            });
            last = page.lastEntry().getKey();
            page = page.size() < MemberTable.PAGE ? new LinkedHashMap<>() : table.page(group, last);
        }
        var isSmaller = isRemoval(table.delete(group, gone));
        return addMissing(missing) || isSmaller;
    }

    private boolean addMissing(Map<UUID, ScimValue.Complex> missing) {
        var changed = false;
        for (var batch : MemberTable.batches(missing.keySet()).toList()) {
            changed |= addMissing(missing, batch);
        }
        return changed;
    }

    private boolean addMissing(Map<UUID, ScimValue.Complex> wanted, List<UUID> missing) {
        var existing = missing.isEmpty() ? Map.<UUID, String>of() : table.existing(group.organizationId(), missing);
        missing.forEach(id -> checkType(wanted.get(id), existing.get(id)));
        missing.stream().filter(id -> !existing.containsKey(id)).forEach(id -> skip(id.toString()));
        table.insert(group, existing);
        added += existing.size();
        return !existing.isEmpty();
    }

    private boolean add(Map<UUID, ScimValue.Complex> wanted) {
        var changed = false;
        for (var batch : MemberTable.batches(wanted.keySet()).toList()) {
            var present = table.present(group, batch);
            present.forEach((id, type) -> checkType(wanted.get(id), type));
            changed |= addMissing(
                    wanted,
                    batch.stream().filter(id -> !present.containsKey(id)).toList());
        }
        return changed;
    }

    private void checkType(ScimValue.@Nullable Complex element, @Nullable String type) {
        if (element != null
                && type != null
                && element.find("type") instanceof ScimValue.Text(var given)
                && !given.equalsIgnoreCase(type)
                && !tolerances.forgive(Tolerance.MEMBER_TYPE)) {
            throw ScimException.invalidValue(
                    "members.type",
                    "says " + ScimException.printable(given) + " of " + name(element) + ", which is a " + type
                            + ": leave it out");
        }
    }

    private void skip(String name) {
        if (!tolerances.forgive(Tolerance.ABSENT_MEMBER)) {
            throw ScimException.invalidValue(
                    "members.value",
                    "names " + ScimException.printable(name)
                            + ", which is no user or group of the organization: create it first, or leave it out");
        }
        if (skipped.size() < MOST_SKIPPED) {
            skipped.add(ScimException.printable(name));
        }
    }

    private Map<UUID, ScimValue.Complex> byId(List<ScimValue.Complex> elements) {
        var byId = new LinkedHashMap<UUID, ScimValue.Complex>();
        for (var element : elements) {
            id(element).ifPresentOrElse(id -> byId.put(id, element), () -> skip(name(element)));
        }
        return byId;
    }

    private static List<UUID> ids(List<ScimValue.Complex> elements) {
        return elements.stream()
                .map(MemberChanges::id)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    // The value is not case-exact; a reference alone says as much.
    private static Optional<UUID> id(ScimValue.Complex element) {
        var name = name(element);
        return ResourceIds.parse(Folding.fold(name.substring(name.lastIndexOf('/') + 1)));
    }

    private static String name(ScimValue.Complex element) {
        var name = element.find("value") == null ? element.find("$ref") : element.find("value");
        return name instanceof ScimValue.Text(var text) ? text : "a member without value";
    }
}
