/// The description of the management API, held against the code and against what is served.
@NullMarked
package dev.rollcall.api.document;

import org.jspecify.annotations.NullMarked;
