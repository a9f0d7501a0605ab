/// Tests of the tolerances, and of the document about them.
@NullMarked
package dev.rollcall.scim.tolerance;

import org.jspecify.annotations.NullMarked;
