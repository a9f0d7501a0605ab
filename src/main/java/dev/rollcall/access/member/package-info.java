/// The members of an organization, whoever knows them: users of identity providers, and people whom none has. What they
/// are, what they have and why, and whether they may sign in. Start with {@link dev.rollcall.access.member.Members}.
@NullMarked
package dev.rollcall.access.member;

import org.jspecify.annotations.NullMarked;
