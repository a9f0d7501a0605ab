/// The limits of the management API as callers meet them.
@NullMarked
package dev.rollcall.security.throttling;

import org.jspecify.annotations.NullMarked;
