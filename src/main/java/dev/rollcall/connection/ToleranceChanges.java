package dev.rollcall.connection;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Changes of tolerances, by keyword.
final class ToleranceChanges {
    private ToleranceChanges() {}

    /// The overrides, changed.
    ///
    /// @throws RefusedException which names each keyword that is none
    static ToleranceOverrides applied(ToleranceOverrides overrides, Map<String, ToleranceSetting> changes) {
        var known = Arrays.stream(Tolerance.values()).collect(Collectors.toMap(Tolerance::keyword, one -> one));
        var unknown = new ArrayList<RefusedException.Violation>();
        var settings = new EnumMap<Tolerance, ToleranceSetting>(Tolerance.class);
        changes.forEach((keyword, setting) -> {
            var tolerance = known.get(keyword);
            if (tolerance == null) {
                unknown.add(new RefusedException.Violation(
                        "tolerances." + keyword, "There is no tolerance '" + keyword + "'. See their list."));
            } else {
                settings.put(tolerance, setting);
            }
        });
        if (!unknown.isEmpty()) {
            throw RefusedException.invalid(unknown);
        }
        return overrides.with(
                those(settings, ToleranceSetting.FORGIVEN),
                those(settings, ToleranceSetting.REFUSED),
                those(settings, ToleranceSetting.DEFAULT));
    }

    private static Set<Tolerance> those(Map<Tolerance, ToleranceSetting> settings, ToleranceSetting setting) {
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue() == setting)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
