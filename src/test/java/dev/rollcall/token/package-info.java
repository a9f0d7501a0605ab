/// Tests of signing keys and tokens, without any request that they admit.
@NullMarked
package dev.rollcall.token;

import org.jspecify.annotations.NullMarked;
