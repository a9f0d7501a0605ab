/// Mappings of groups at the management API: what a change of them would do. Start with {@link
/// dev.rollcall.api.mapping.MappingPreviewsEndpoint}.
@NullMarked
package dev.rollcall.api.mapping;

import org.jspecify.annotations.NullMarked;
