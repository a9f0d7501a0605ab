/// Tests of what answers show.
@NullMarked
package dev.rollcall.scim.projection;

import org.jspecify.annotations.NullMarked;
