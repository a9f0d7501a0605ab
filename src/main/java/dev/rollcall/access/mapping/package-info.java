/// Groups of identity providers that give roles to whoever is in them, and what a change of that would do. Start with
/// {@link dev.rollcall.access.mapping.MappingPreviews}.
@NullMarked
package dev.rollcall.access.mapping;

import org.jspecify.annotations.NullMarked;
