/// Attributes that are indexed because the configuration asks for it: which they are, how what is there already comes
/// into the index, and how it goes again. Searches use them by
/// {@link dev.rollcall.scim.persistence.ReadyIndexes}; triggers keep their values (docs/adr/0033). Start with
/// {@link dev.rollcall.scim.index.IndexUpkeep}.
@NullMarked
package dev.rollcall.scim.index;

import org.jspecify.annotations.NullMarked;
