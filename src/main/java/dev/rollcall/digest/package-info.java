/// SHA-256, for whatever is compared or found by its digest. Start with {@link dev.rollcall.digest.Sha256}.
@NullMarked
package dev.rollcall.digest;

import org.jspecify.annotations.NullMarked;
