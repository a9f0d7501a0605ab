/// Tests of credentials.
@NullMarked
package dev.rollcall.connection.credential;

import org.jspecify.annotations.NullMarked;
