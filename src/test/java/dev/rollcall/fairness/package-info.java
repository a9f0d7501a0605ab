/// Who gets the next place: laws and threads.
@NullMarked
package dev.rollcall.fairness;

import org.jspecify.annotations.NullMarked;
