/// Tests of changes: tables by requirement, and laws on random patches.
@NullMarked
package dev.rollcall.scim.patch;

import org.jspecify.annotations.NullMarked;
