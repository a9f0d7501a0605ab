/// Tests of the last admin.
@NullMarked
package dev.rollcall.access.admin;

import org.jspecify.annotations.NullMarked;
