/// What RFC 7643 §4.1 asks of the values of a User beyond what a schema can say: one small rule for each kind
/// of text, and {@link dev.rollcall.scim.user.rules.UserRules}, the table that says which attribute has which.
@NullMarked
package dev.rollcall.scim.user.rules;

import org.jspecify.annotations.NullMarked;
