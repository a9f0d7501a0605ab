/// Named deviations of real provisioning clients: each a small class that turns what such a client sends into
/// what it means, before anything else looks at it. Answers are never touched.
@NullMarked
package dev.rollcall.scim.interop;

import org.jspecify.annotations.NullMarked;
