/// What groups and defaults give, at the management API, and the groups themselves. Start with {@code
/// MappingsEndpoint}.
@NullMarked
package dev.rollcall.api.mapping;

import org.jspecify.annotations.NullMarked;
