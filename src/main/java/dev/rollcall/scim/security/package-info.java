/// From the bearer token of a request to the {@link dev.rollcall.scim.security.ProvisioningClient} that sent
/// it: its check before any routing, what the client may do, and the answers to those who are refused. Start
/// with {@link dev.rollcall.scim.security.BearerTokenFilter}.
@NullMarked
package dev.rollcall.scim.security;

import org.jspecify.annotations.NullMarked;
