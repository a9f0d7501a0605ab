/// Mappings of groups at the management API.
@NullMarked
package dev.rollcall.api.mapping;

import org.jspecify.annotations.NullMarked;
