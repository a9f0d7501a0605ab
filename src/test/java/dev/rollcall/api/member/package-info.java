/// Members at the management API.
@NullMarked
package dev.rollcall.api.member;

import org.jspecify.annotations.NullMarked;
