/// What is kept secret in the database, encrypted with a key that is not in it: a data key for each, which the
/// deployer's key-encryption key encrypts. Start with {@link dev.rollcall.envelope.Envelopes}.
@NullMarked
package dev.rollcall.envelope;

import org.jspecify.annotations.NullMarked;
