/// The service's entry point. Everything about SCIM is in {@code dev.rollcall.scim}.
@NullMarked
package dev.rollcall;

import org.jspecify.annotations.NullMarked;
