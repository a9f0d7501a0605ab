/// Rate limits: settings, headers, weights, replicas.
@NullMarked
package dev.rollcall.scim.throttling;

import org.jspecify.annotations.NullMarked;
