/// What running the service needs beyond SCIM: request identifiers, the log of refusals, readiness, and the
/// checks that keep unsafe settings out of production and the service from starting with limits that it cannot
/// keep.
@NullMarked
package dev.rollcall.operations;

import org.jspecify.annotations.NullMarked;
