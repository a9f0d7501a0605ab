/// Tests of the endpoints of sessions and set-up links.
@NullMarked
package dev.rollcall.api.session;

import org.jspecify.annotations.NullMarked;
