/// The published definitions, compared with what the RFCs say.
@NullMarked
package dev.rollcall.scim.discovery;

import org.jspecify.annotations.NullMarked;
