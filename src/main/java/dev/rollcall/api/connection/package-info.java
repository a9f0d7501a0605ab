/// Connections to identity providers at the management API. Start with {@link
/// dev.rollcall.api.connection.ConnectionsEndpoint}.
@NullMarked
package dev.rollcall.api.connection;

import org.jspecify.annotations.NullMarked;
