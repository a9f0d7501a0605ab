/// Tests of grants by hand.
@NullMarked
package dev.rollcall.api.grant;

import org.jspecify.annotations.NullMarked;
