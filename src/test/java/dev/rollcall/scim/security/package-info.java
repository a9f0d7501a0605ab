/// Every kind of token and credential against every kind of path.
@NullMarked
package dev.rollcall.scim.security;

import org.jspecify.annotations.NullMarked;
