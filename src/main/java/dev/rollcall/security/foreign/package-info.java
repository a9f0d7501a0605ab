/// Tokens of an issuer that the deployer trusts, in place of tokens of operators that are issued here. Start with
/// {@link
/// dev.rollcall.security.foreign.ForeignOperators}.
@NullMarked
package dev.rollcall.security.foreign;

import org.jspecify.annotations.NullMarked;
