/// The management API, below `/api/v1`: a room for what all of it shares ({@link dev.rollcall.api.problem}, {@link
/// dev.rollcall.api.body}, {@link dev.rollcall.api.page}, {@link dev.rollcall.api.change}), and one for each thing that
/// is administered. To add an endpoint, take {@code dev.rollcall.api.organization} for a pattern.
@NullMarked
package dev.rollcall.api;

import org.jspecify.annotations.NullMarked;
