/// Organizations at the management API, by requests.
@NullMarked
package dev.rollcall.api.organization;

import org.jspecify.annotations.NullMarked;
