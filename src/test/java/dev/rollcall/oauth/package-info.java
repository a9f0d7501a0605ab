/// Tests of access tokens for OAuth clients.
@NullMarked
package dev.rollcall.oauth;

import org.jspecify.annotations.NullMarked;
