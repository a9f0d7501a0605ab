/// Organizations, their connections to identity providers and the credentials of a connection: who may call,
/// and in which state that is. Everything belongs to exactly one organization. Start with {@link
/// dev.rollcall.organization.Organizations}; {@link dev.rollcall.organization.Credentials} is what a request
/// asks.
@NullMarked
package dev.rollcall.organization;

import org.jspecify.annotations.NullMarked;
