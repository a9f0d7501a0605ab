/// The discovery endpoints of RFC 7644 §4, and the definitions behind them: JSON files that are loaded and
/// checked at start. What is answered is derived from what is configured. Start with {@link
/// dev.rollcall.scim.discovery.Definitions}.
@NullMarked
package dev.rollcall.scim.discovery;

import org.jspecify.annotations.NullMarked;
