/// Set-up links: how the product lets one person of one organization in, once. Start with {@link
/// dev.rollcall.security.link.SetUpLinks}.
@NullMarked
package dev.rollcall.security.link;

import org.jspecify.annotations.NullMarked;
