/// What members are given by hand, at the management API. Start with {@code MemberGrantsEndpoint}.
@NullMarked
package dev.rollcall.api.grant;

import org.jspecify.annotations.NullMarked;
