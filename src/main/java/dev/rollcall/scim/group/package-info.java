/// The Group resource type: groups in `scim_group`. Who is a member is in `scim.membership`. Start with {@link
/// dev.rollcall.scim.group.GroupStore}.
@NullMarked
package dev.rollcall.scim.group;

import org.jspecify.annotations.NullMarked;
