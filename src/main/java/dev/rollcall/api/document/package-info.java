/// The description of the management API in OpenAPI, and what follows from it. Start with {@link
/// dev.rollcall.api.document.Description}.
@NullMarked
package dev.rollcall.api.document;

import org.jspecify.annotations.NullMarked;
