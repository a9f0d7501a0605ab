/// The endpoints of domains, single sign-on and policies.
@NullMarked
package dev.rollcall.api.admittance;

import org.jspecify.annotations.NullMarked;
