/// The first start, on an empty database.
@NullMarked
package dev.rollcall.firstrun;

import org.jspecify.annotations.NullMarked;
