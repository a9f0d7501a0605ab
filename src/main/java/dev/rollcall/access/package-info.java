/// Who may do what in the product, and why. It has nothing but its rooms.
@NullMarked
package dev.rollcall.access;

import org.jspecify.annotations.NullMarked;
