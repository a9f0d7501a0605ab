/// Tests of the schema package: tables of what a body means and what a resource must hold.
@NullMarked
package dev.rollcall.scim.schema;

import org.jspecify.annotations.NullMarked;
