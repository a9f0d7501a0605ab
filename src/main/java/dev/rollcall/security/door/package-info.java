/// The doors of the management API: what a request must bring, and what its caller may do. Start with {@link
/// dev.rollcall.security.door.ApiDoorFilter}.
@NullMarked
package dev.rollcall.security.door;

import org.jspecify.annotations.NullMarked;
