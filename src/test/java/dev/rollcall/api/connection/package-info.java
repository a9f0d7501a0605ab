/// Connections at the management API, by requests.
@NullMarked
package dev.rollcall.api.connection;

import org.jspecify.annotations.NullMarked;
