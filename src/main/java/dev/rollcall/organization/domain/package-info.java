/// The domains of organizations: claimed by a DNS record that proves them, or by an operator's word, and looked at
/// again
/// every day. Start with {@link dev.rollcall.organization.domain.Domains}.
@NullMarked
package dev.rollcall.organization.domain;

import org.jspecify.annotations.NullMarked;
