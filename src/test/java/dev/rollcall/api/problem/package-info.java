/// What the management API says where something goes wrong, by requests.
@NullMarked
package dev.rollcall.api.problem;

import org.jspecify.annotations.NullMarked;
