@NullMarked
package dev.rollcall.scim.user.rules;

import org.jspecify.annotations.NullMarked;
