/// Changes of a resource as pure functions from the attributes it has to those it gets: PATCH (RFC 7644 §3.5.2)
/// and the carrying over that PUT and POST ask for. Start with {@link dev.rollcall.scim.patch.PatchEngine} and
/// {@link dev.rollcall.scim.patch.Replacement}.
@NullMarked
package dev.rollcall.scim.patch;

import org.jspecify.annotations.NullMarked;
