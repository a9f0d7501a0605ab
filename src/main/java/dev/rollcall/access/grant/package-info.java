/// What members have in the end, and why: grants by hand, of mapped groups, and by default, put together by the
/// database for a page of members or for everybody in a group, and nowhere stored; and the grants by hand themselves.
/// Start with {@link dev.rollcall.access.grant.EffectiveGrants}, for those by hand with {@link
/// dev.rollcall.access.grant.HandGrants}.
@NullMarked
package dev.rollcall.access.grant;

import org.jspecify.annotations.NullMarked;
