/// Who is in, and how somebody gets in: set-up links, sessions, and who calls.
@NullMarked
package dev.rollcall.api.session;

import org.jspecify.annotations.NullMarked;
