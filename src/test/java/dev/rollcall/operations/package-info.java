/// Tests of what running the service needs.
@NullMarked
package dev.rollcall.operations;

import org.jspecify.annotations.NullMarked;
