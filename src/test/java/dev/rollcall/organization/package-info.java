/// Tests of organizations, their connections and credentials.
@NullMarked
package dev.rollcall.organization;

import org.jspecify.annotations.NullMarked;
