/// The edge that every door shares: in which order a request passes its {@link dev.rollcall.web.Stages}, how it is
/// named and logged, and the one place where {@link dev.rollcall.web.Failures} become answers, in the {@link
/// dev.rollcall.web.ErrorFormat} of the path. A door brings its own format, and nothing else to register its errors.
@NullMarked
package dev.rollcall.web;

import org.jspecify.annotations.NullMarked;
