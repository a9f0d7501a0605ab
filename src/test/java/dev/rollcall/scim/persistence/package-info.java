/// Tests of conditions as SQL on the real database.
@NullMarked
package dev.rollcall.scim.persistence;

import org.jspecify.annotations.NullMarked;
