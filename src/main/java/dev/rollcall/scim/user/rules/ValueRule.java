package dev.rollcall.scim.user.rules;

import java.util.Optional;

/// What a text must be to be the value of an attribute. The text is not empty of necessity, and may be as long
/// as {@link dev.rollcall.scim.schema.ValueReader#MAX_TEXT}.
@FunctionalInterface
interface ValueRule {
    /// What is wrong with the text and what to send instead, as it follows the attribute's name in an error;
    /// empty where nothing is.
    Optional<String> refusal(String text);
}
