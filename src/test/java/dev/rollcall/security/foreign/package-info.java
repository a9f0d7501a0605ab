/// Tokens of an issuer that the deployer trusts.
@NullMarked
package dev.rollcall.security.foreign;

import org.jspecify.annotations.NullMarked;
