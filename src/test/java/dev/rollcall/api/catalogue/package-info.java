/// Tests of teams and roles.
@NullMarked
package dev.rollcall.api.catalogue;

import org.jspecify.annotations.NullMarked;
