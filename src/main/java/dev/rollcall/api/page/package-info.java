/// Lists of the management API, a page at a time. Start with {@link dev.rollcall.api.page.Pages}.
@NullMarked
package dev.rollcall.api.page;

import org.jspecify.annotations.NullMarked;
