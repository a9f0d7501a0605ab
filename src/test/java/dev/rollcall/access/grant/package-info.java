/// What members have in the end: SQL against a plain model, and what it reads; and what they are given by hand.
@NullMarked
package dev.rollcall.access.grant;

import org.jspecify.annotations.NullMarked;
