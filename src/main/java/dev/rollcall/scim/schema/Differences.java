package dev.rollcall.scim.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which attributes of a resource changed, by name and never by value.
public final class Differences {
    private Differences() {}

    /// The names of the attributes that differ, those of extensions behind the URN.
    public static Collection<String> between(ScimValue.Complex before, ScimValue.Complex after) {
        var changed = new LinkedHashSet<String>();
        for (var name : names(before, after)) {
            var was = before.find(name);
            var is = after.find(name);
            if (was == null ? is == null : was.equals(is)) {
                continue;
            }
            if (name.indexOf(':') < 0) {
                changed.add(name);
            } else {
                between(object(was), object(is)).forEach(member -> changed.add(name + ":" + member));
            }
        }
        return changed;
    }

    private static Set<String> names(ScimValue.Complex before, ScimValue.Complex after) {
        var names = new TreeSet<>(before.members().keySet());
        names.addAll(after.members().keySet());
        return names;
    }

    private static ScimValue.Complex object(@Nullable ScimValue value) {
        return value instanceof ScimValue.Complex object ? object : ScimValue.Complex.EMPTY;
    }
}
