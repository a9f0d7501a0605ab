/// Hostile and random requests over HTTP, and the laws that hold whatever comes: no failure of the service, no
/// answer out of form, no row that is half written.
@NullMarked
package dev.rollcall.scim.fuzz;

import org.jspecify.annotations.NullMarked;
