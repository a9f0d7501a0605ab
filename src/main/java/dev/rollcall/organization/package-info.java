/// Organizations: the customers of the product, to exactly one of which everything belongs. Start with {@link
/// dev.rollcall.organization.Organizations}.
@NullMarked
package dev.rollcall.organization;

import org.jspecify.annotations.NullMarked;
