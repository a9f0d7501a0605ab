/// Values that a resource's document cannot keep: the rows that make unique values unique, and the hashes of
/// write-only ones. Every store of resources calls both where it writes. Start with {@link
/// dev.rollcall.scim.values.UniqueValues} and {@link dev.rollcall.scim.values.SecretValues}.
@NullMarked
package dev.rollcall.scim.values;

import org.jspecify.annotations.NullMarked;
