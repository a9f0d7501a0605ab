/// The first start on an empty database: an organization, a connection and a token to try the service with.
/// Start with {@link dev.rollcall.firstrun.FirstRun}; {@link dev.rollcall.firstrun.SetUpValues} is what an
/// identity provider is told, whoever issued the token.
@NullMarked
package dev.rollcall.firstrun;

import org.jspecify.annotations.NullMarked;
