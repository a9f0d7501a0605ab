/// What all endpoints of resources share: what a request brings along, the {@link
/// dev.rollcall.scim.resource.Write} or query that it becomes, and the answer to it. Start with {@link
/// dev.rollcall.scim.endpoint.ResourceRequests}.
@NullMarked
package dev.rollcall.scim.endpoint;

import org.jspecify.annotations.NullMarked;
