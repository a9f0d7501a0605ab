/// Tests of the bodies of requests.
@NullMarked
package dev.rollcall.scim.protocol.body;

import org.jspecify.annotations.NullMarked;
