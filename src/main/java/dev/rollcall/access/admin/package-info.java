/// That somebody administers each organization: whoever is the last cannot lose it, by an administrator or by an
/// identity provider. Start with {@link dev.rollcall.access.admin.LastAdmin}.
@NullMarked
package dev.rollcall.access.admin;

import org.jspecify.annotations.NullMarked;
