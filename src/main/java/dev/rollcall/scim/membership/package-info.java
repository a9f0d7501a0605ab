/// Who is a member of what: `members` of groups and `groups` of users are the same rows, seen from either side, and
/// the only place where both tables are named. Users and groups come here; neither knows the other. Start with
/// {@link dev.rollcall.scim.membership.MemberTable}.
@NullMarked
package dev.rollcall.scim.membership;

import org.jspecify.annotations.NullMarked;
