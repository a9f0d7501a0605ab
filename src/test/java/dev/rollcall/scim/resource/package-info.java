/// Tests of what requests do to resources.
@NullMarked
package dev.rollcall.scim.resource;

import org.jspecify.annotations.NullMarked;
