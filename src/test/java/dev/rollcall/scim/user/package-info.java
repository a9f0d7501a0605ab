/// Tests of users over HTTP and on the real database.
@NullMarked
package dev.rollcall.scim.user;

import org.jspecify.annotations.NullMarked;
