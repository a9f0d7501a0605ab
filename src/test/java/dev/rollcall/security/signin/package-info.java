/// People who sign in at an identity provider.
@NullMarked
package dev.rollcall.security.signin;

import org.jspecify.annotations.NullMarked;
