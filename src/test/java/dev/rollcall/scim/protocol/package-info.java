/// Tests of what every answer and request has in common.
@NullMarked
package dev.rollcall.scim.protocol;

import org.jspecify.annotations.NullMarked;
