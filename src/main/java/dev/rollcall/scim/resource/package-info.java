/// Writes to resources of any type: create, replace, modify, delete, each in one transaction with its provisioning
/// event. A type brings its rules and its rows. Start with {@link dev.rollcall.scim.resource.Writes}.
@NullMarked
package dev.rollcall.scim.resource;

import org.jspecify.annotations.NullMarked;
