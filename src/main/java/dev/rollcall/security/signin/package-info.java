/// People sign in at the deployer's identity provider (OpenID Connect Core 1.0 §3.1), and get a session of ours. Start
/// with {@link dev.rollcall.security.signin.SignInEndpoint}.
@NullMarked
package dev.rollcall.security.signin;

import org.jspecify.annotations.NullMarked;
