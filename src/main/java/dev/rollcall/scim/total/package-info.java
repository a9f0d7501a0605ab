/// How many resources there are, kept while they are written: triggers of the database count into slots (`V17`), and
/// {@link dev.rollcall.scim.total.ResourceTotals} adds these up.
@NullMarked
package dev.rollcall.scim.total;

import org.jspecify.annotations.NullMarked;
