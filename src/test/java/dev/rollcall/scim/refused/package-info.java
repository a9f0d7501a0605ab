/// What is kept of refused calls.
@NullMarked
package dev.rollcall.scim.refused;

import org.jspecify.annotations.NullMarked;
