/// Tests of the credentials of connections.
@NullMarked
package dev.rollcall.api.credential;

import org.jspecify.annotations.NullMarked;
