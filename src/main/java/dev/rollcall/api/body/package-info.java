/// How the bodies of the management API are read and written: JSON objects of a bounded size, of which all that is
/// wrong is said at once, by field. Start with {@link dev.rollcall.api.body.RequestBody}.
@NullMarked
package dev.rollcall.api.body;

import org.jspecify.annotations.NullMarked;
