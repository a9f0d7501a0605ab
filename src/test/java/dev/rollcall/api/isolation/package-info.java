/// Nobody reaches what belongs to another organization, by any operation that the description has: a new one is in it
/// without anybody remembering.
@NullMarked
package dev.rollcall.api.isolation;

import org.jspecify.annotations.NullMarked;
