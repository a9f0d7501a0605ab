/// What tests of the management API share. Start with {@link dev.rollcall.api.testing.Callers}.
@NullMarked
package dev.rollcall.api.testing;

import org.jspecify.annotations.NullMarked;
