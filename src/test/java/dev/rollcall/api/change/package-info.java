/// Changes at the management API: once, in one transaction.
@NullMarked
package dev.rollcall.api.change;

import org.jspecify.annotations.NullMarked;
