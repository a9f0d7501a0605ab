/// Who may do what in the product, and why: what can be given, who is given it, and by which way. Start with {@link
/// dev.rollcall.access.grant.EffectiveGrants}.
@NullMarked
package dev.rollcall.access;

import org.jspecify.annotations.NullMarked;
