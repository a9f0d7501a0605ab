/// Tests of the checks on a deployer's definitions.
@NullMarked
package dev.rollcall.scim.schema.check;

import org.jspecify.annotations.NullMarked;
