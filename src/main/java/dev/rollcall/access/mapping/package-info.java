/// What members get without anybody giving it to them one by one: by the groups of an identity provider, and by
/// default; and what a change of mappings would do. Start with {@link dev.rollcall.access.mapping.Mappings}.
@NullMarked
package dev.rollcall.access.mapping;

import org.jspecify.annotations.NullMarked;
