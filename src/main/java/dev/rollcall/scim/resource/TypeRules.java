package dev.rollcall.scim.resource;

import dev.rollcall.scim.patch.ServerDefaults;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What holds for the resources of a type beyond what its schema says. A type of which nothing else is known has
/// these rules.
public interface TypeRules {
    /// The rules of a type of which only the schema is known.
    TypeRules NONE = new TypeRules() {};

    /// The values that a resource is given when its creator leaves them out.
    default ServerDefaults defaults() {
        return ServerDefaults.NONE;
    }

    /// Refuses attributes that break a rule.
    ///
    /// @param writer who writes them
    /// @param before the resource that they are to replace; null where it is new
    /// @throws dev.rollcall.scim.error.ScimException `invalidValue`
    default void check(Writer writer, @Nullable ScimResource before, ScimValue.Complex attributes) {}

    /// The attributes `after` a PATCH, without those that the change of others made wrong.
    ///
    /// @param assigned what the request sets or removes itself, and what therefore stays as it is
    default ScimValue.Complex settled(
            ScimValue.Complex before, ScimValue.Complex after, Predicate<ResolvedAttribute> assigned) {
        return after;
    }
}
