/// Puts what administrators give into the database, for tests of what comes of it.
@NullMarked
package dev.rollcall.access.testing;

import org.jspecify.annotations.NullMarked;
