/// Tests of the groups as administrators see them.
@NullMarked
package dev.rollcall.access.group;

import org.jspecify.annotations.NullMarked;
