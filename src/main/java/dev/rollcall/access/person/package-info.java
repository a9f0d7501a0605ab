/// How people come, go and come back who are no users of an identity provider, or not yet, or not any more: invited,
/// noted when they signed in, deleted. Whoever is created by an identity provider takes over what is known of them
/// here.
/// Start with {@link dev.rollcall.access.person.Invitations} and {@link dev.rollcall.access.person.People}; what users
/// have to do with it is in {@link dev.rollcall.access.person.Joining} and {@link dev.rollcall.access.person.Leaving}.
/// How another identity provider takes over is in {@link dev.rollcall.access.person.Takeover}.
@NullMarked
package dev.rollcall.access.person;

import org.jspecify.annotations.NullMarked;
