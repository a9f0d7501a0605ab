package dev.rollcall.scim.patch;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.SchemaAttribute;
import org.jspecify.annotations.Nullable;

/// What a path names in a resource type.
sealed interface PatchTarget {

    /// An attribute as a whole, or a sub-attribute of a singular one.
    record Attribute(ResolvedAttribute path) implements PatchTarget {}

    /// The elements of `path` that meet the condition, or one sub-attribute of each. A sub-attribute of a
    /// multi-valued attribute without a filter is that of every element.
    record Elements(
            ResolvedAttribute path,
            Condition condition,
            @Nullable SchemaAttribute sub) implements PatchTarget {
        /// What is written: the elements or their sub-attribute.
        ResolvedAttribute written() {
            return sub == null ? path : path.at(sub);
        }
    }

    /// All attributes of an extension.
    record Extension(Schema schema) implements PatchTarget {}

    /// All attributes of the core schema, and the common ones, in an object named by its URN.
    record Core() implements PatchTarget {}

    /// Something under a URN that no schema has: the object there, a member of it, or elements of one.
    record Custom(PatchPath path) implements PatchTarget {}
}
