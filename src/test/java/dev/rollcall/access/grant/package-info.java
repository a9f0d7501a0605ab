/// Tests of what members are given by hand.
@NullMarked
package dev.rollcall.access.grant;

import org.jspecify.annotations.NullMarked;
