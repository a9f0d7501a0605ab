/// What tests share: the real database that they run on.
@NullMarked
package dev.rollcall.testing;

import org.jspecify.annotations.NullMarked;
