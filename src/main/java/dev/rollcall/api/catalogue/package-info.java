/// The catalogue of an organization at the management API: its teams and its roles. Start with {@code TeamsEndpoint}.
@NullMarked
package dev.rollcall.api.catalogue;

import org.jspecify.annotations.NullMarked;
