/// Tests of connections and their credentials.
@NullMarked
package dev.rollcall.connection;

import org.jspecify.annotations.NullMarked;
