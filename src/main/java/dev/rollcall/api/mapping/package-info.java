/// What groups and defaults give, at the management API, the groups themselves, and previews. Start with {@code
/// MappingsEndpoint}.
@NullMarked
package dev.rollcall.api.mapping;

import org.jspecify.annotations.NullMarked;
