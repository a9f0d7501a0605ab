/// Tests of the Group resource type on the running service.
@NullMarked
package dev.rollcall.scim.group;

import org.jspecify.annotations.NullMarked;
