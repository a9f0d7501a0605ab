/// Members at the management API: who they are, what they have and why, and whether they may sign in. Start with {@link
/// dev.rollcall.api.member.MembersEndpoint}.
@NullMarked
package dev.rollcall.api.member;

import org.jspecify.annotations.NullMarked;
