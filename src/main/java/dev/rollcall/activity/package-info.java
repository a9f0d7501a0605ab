/// What each call of an identity provider did: written with the write itself, or soon after it where the call was
/// refused or changed nothing. Start with {@link dev.rollcall.activity.Activity}; {@link dev.rollcall.activity.log}
/// reads it.
@NullMarked
package dev.rollcall.activity;

import org.jspecify.annotations.NullMarked;
