/// Values that stand beside the rows of resources: those that are looked up, the rows that make unique values
/// unique, and the hashes of write-only ones. Every store calls it where it writes. Start with {@link
/// dev.rollcall.scim.values.ValuesOfType}.
@NullMarked
package dev.rollcall.scim.values;

import org.jspecify.annotations.NullMarked;
