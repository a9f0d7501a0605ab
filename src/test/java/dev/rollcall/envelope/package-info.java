/// Tests of what is encrypted in the database.
@NullMarked
package dev.rollcall.envelope;

import org.jspecify.annotations.NullMarked;
