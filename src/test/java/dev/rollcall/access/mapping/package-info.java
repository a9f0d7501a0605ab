/// Previews of mappings.
@NullMarked
package dev.rollcall.access.mapping;

import org.jspecify.annotations.NullMarked;
