/// Shares as clients meet them.
@NullMarked
package dev.rollcall.scim.fairness;

import org.jspecify.annotations.NullMarked;
