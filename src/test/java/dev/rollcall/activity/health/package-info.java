/// How connections do.
@NullMarked
package dev.rollcall.activity.health;

import org.jspecify.annotations.NullMarked;
