/// What each provisioning call did, at the management API: pages, one call, exports, and sums. Start with {@link
/// dev.rollcall.api.activity.ActivityEndpoint}.
@NullMarked
package dev.rollcall.api.activity;

import org.jspecify.annotations.NullMarked;
