/// The connections of an organization to its identity providers, what each forgives, and the credentials by which
/// they call. Start with {@link dev.rollcall.connection.Connections}; {@link dev.rollcall.connection.Credentials} is
/// what a request asks.
@NullMarked
package dev.rollcall.connection;

import org.jspecify.annotations.NullMarked;
