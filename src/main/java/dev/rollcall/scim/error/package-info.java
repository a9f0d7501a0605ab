/// The one exception of the core and the keywords of RFC 7644 Table 9 that it carries. Start with {@link
/// dev.rollcall.scim.error.ScimException}.
@NullMarked
package dev.rollcall.scim.error;

import org.jspecify.annotations.NullMarked;
