/// What every resource type needs of MariaDB: conditions as SQL ({@link
/// dev.rollcall.scim.persistence.FilterTranslator}), and the search document and the value index that they run on.
/// Start with {@link dev.rollcall.scim.persistence.AttributeBindings}.
@NullMarked
package dev.rollcall.scim.persistence;

import org.jspecify.annotations.NullMarked;
