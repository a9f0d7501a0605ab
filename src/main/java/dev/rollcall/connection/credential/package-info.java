/// The credentials by which identity providers call, bearer tokens and OAuth clients: all but their secrets. Start with
/// {@link dev.rollcall.connection.credential.Credentials}, which is what a request asks.
@NullMarked
package dev.rollcall.connection.credential;

import org.jspecify.annotations.NullMarked;
