/// Domains: names, look-ups at a name server of the test's own, claims at once, and what time does to them.
@NullMarked
package dev.rollcall.organization.domain;

import org.jspecify.annotations.NullMarked;
