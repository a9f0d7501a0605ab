/// What members are given by hand. Start with {@link dev.rollcall.access.grant.HandGrants}.
@NullMarked
package dev.rollcall.access.grant;

import org.jspecify.annotations.NullMarked;
