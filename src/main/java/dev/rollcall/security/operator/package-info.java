/// The tokens of operators: issued, listed and revoked, and what one proves. Start with {@link
/// dev.rollcall.security.operator.OperatorTokens}.
@NullMarked
package dev.rollcall.security.operator;

import org.jspecify.annotations.NullMarked;
