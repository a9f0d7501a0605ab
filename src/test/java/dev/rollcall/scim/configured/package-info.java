/// Tests of configured resource types.
@NullMarked
package dev.rollcall.scim.configured;

import org.jspecify.annotations.NullMarked;
