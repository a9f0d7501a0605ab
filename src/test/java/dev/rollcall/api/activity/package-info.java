/// The activity at the management API, by requests.
@NullMarked
package dev.rollcall.api.activity;

import org.jspecify.annotations.NullMarked;
