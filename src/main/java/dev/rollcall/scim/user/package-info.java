/// The User resource type (RFC 7643 §4.1): its endpoint, its table, and the rules that no schema can say. Start
/// with {@link dev.rollcall.scim.user.UserStore}.
@NullMarked
package dev.rollcall.scim.user;

import org.jspecify.annotations.NullMarked;
