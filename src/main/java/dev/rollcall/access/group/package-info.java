/// The groups that identity providers have pushed, as an administrator looks at them: who is in them, and what they
/// give. Start with {@link dev.rollcall.access.group.IdpGroups}.
@NullMarked
package dev.rollcall.access.group;

import org.jspecify.annotations.NullMarked;
