/// Organizations at the management API. Start with {@link dev.rollcall.api.organization.OrganizationsEndpoint}.
@NullMarked
package dev.rollcall.api.organization;

import org.jspecify.annotations.NullMarked;
