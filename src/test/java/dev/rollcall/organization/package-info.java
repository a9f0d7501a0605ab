/// Tests of organizations.
@NullMarked
package dev.rollcall.organization;

import org.jspecify.annotations.NullMarked;
