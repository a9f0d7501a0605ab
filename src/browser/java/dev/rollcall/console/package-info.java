/// Tests of the page in a real browser, against the packaged service. They need Debian's Chromium: `-Pbrowser` runs
/// them.
@NullMarked
package dev.rollcall.console;

import org.jspecify.annotations.NullMarked;
