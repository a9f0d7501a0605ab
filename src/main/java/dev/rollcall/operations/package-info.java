/// What running the service needs beyond SCIM: readiness, counters, and the checks that keep unsafe settings out of
/// production.
@NullMarked
package dev.rollcall.operations;

import org.jspecify.annotations.NullMarked;
