/// The connections of an organization to its identity providers, and what each forgives. Start with {@link
/// dev.rollcall.connection.Connections}; {@link dev.rollcall.connection.credential} has the credentials by which they
/// call.
@NullMarked
package dev.rollcall.connection;

import org.jspecify.annotations.NullMarked;
