/// Sessions of people: rows that can be ended at once, and the cookie that holds the secret of one. Start with {@link
/// dev.rollcall.security.session.Sessions}.
@NullMarked
package dev.rollcall.security.session;

import org.jspecify.annotations.NullMarked;
