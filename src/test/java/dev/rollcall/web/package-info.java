/// Tests of the edge that every door shares.
@NullMarked
package dev.rollcall.web;

import org.jspecify.annotations.NullMarked;
