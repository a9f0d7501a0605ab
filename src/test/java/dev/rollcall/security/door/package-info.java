/// What the doors of the management API let in, and what they refuse. Start with {@link
/// dev.rollcall.security.door.ApiDoorTest}.
@NullMarked
package dev.rollcall.security.door;

import org.jspecify.annotations.NullMarked;
