package dev.rollcall.access.mapping;

import dev.rollcall.access.catalogue.Choice;
import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notes what becomes of mappings, with the names of then.
@ApplicationScoped
class MappingAudit {
    /// An identity provider may give its groups longer names.
    private static final int MOST = 300;

    private final Audit audit;

    MappingAudit(Audit audit) {
        this.audit = audit;
    }

    void added(MappingEntity mapping, String group, Choice choice) {
        note("mapping.added", mapping, group, Map.of(), fields(group, choice));
    }

    void changed(MappingEntity mapping, Mapping before, Choice choice) {
        var group = before.group().name();
        note("mapping.changed", mapping, group, fields(before), fields(group, choice));
    }

    void removed(MappingEntity mapping, Mapping before) {
        note("mapping.removed", mapping, before.group().name(), fields(before), Map.of());
    }

    /// That one is gone together with its group.
    void gone(UUID organizationId, UUID id, String group, @Nullable String team, String role) {
        audit.note(new Change(
                organizationId, "mapping.removed", id.toString(), cut(group), fields(group, team, role), Map.of()));
    }

    private void note(
            String action,
            MappingEntity mapping,
            String group,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        audit.note(new Change(mapping.organizationId, action, mapping.id.toString(), cut(group), before, after));
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MOST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST)) + "…";
    }

    private static Map<String, @Nullable Object> fields(Mapping mapping) {
        var team = mapping.team();
        return fields(
                mapping.group().name(),
                team == null ? null : team.name(),
                mapping.role().name());
    }

    private static Map<String, @Nullable Object> fields(String group, Choice choice) {
        var team = choice.team();
        return fields(group, team == null ? null : team.name(), choice.role().name());
    }

    private static Map<String, @Nullable Object> fields(String group, @Nullable String team, String role) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("group", group);
        fields.put("team", team);
        fields.put("role", role);
        return fields;
    }
}
