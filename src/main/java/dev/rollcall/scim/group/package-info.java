/// The Group resource type: groups in `scim_group`, their members as rows of `group_member`, and what follows
/// from membership for others, such as `groups` of a user. Start with {@link
/// dev.rollcall.scim.group.GroupStore}.
@NullMarked
package dev.rollcall.scim.group;

import org.jspecify.annotations.NullMarked;
