/// Invitations, members whom no identity provider has, and how another identity provider takes over, in the management
/// API.
@NullMarked
package dev.rollcall.api.person;

import org.jspecify.annotations.NullMarked;
