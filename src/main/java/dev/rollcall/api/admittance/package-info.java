/// What an organization has to have before it may be provisioned, and whom it lets in: domains, single sign-on,
/// policies. Start with {@link dev.rollcall.api.admittance.DomainsEndpoint}.
@NullMarked
package dev.rollcall.api.admittance;

import org.jspecify.annotations.NullMarked;
