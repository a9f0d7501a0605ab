@NullMarked
package dev.rollcall.scim.index;

import org.jspecify.annotations.NullMarked;
