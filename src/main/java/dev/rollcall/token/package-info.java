/// Bearer tokens, for every door of the service: the keys that sign them and their publication, how tokens are
/// issued, and what a token proves by itself. Who may do what with one is for others to say. Start with {@link
/// dev.rollcall.token.TokenIssuer} and {@link dev.rollcall.token.TokenVerifier}.
@NullMarked
package dev.rollcall.token;

import org.jspecify.annotations.NullMarked;
