/// The credentials of connections: bearer tokens and OAuth clients. Start with {@link
/// dev.rollcall.api.credential.TokensEndpoint}.
@NullMarked
package dev.rollcall.api.credential;

import org.jspecify.annotations.NullMarked;
