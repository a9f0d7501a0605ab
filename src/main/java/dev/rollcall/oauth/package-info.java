/// Access tokens for OAuth clients: the client credentials grant of RFC 6749 §4.4 and the metadata of RFC 8414. Start
/// with {@link dev.rollcall.oauth.TokenEndpoint}; {@link dev.rollcall.oauth.OAuthClients} makes the clients.
@NullMarked
package dev.rollcall.oauth;

import org.jspecify.annotations.NullMarked;
