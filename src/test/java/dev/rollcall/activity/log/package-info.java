/// What is kept, and how it is found.
@NullMarked
package dev.rollcall.activity.log;

import org.jspecify.annotations.NullMarked;
