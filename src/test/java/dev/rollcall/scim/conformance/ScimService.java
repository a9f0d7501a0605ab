package dev.rollcall.scim.conformance;

import dev.rollcall.scim.conformance.scenario.TokenKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The service that scenarios are aimed at. What it cannot offer is empty, and what depends on it is counted as
/// not checkable.
interface ScimService {

    /// The base URL, without a slash at its end.
    URI base();

    /// A token of a kind that cannot be made from a good one; {@link TokenKind#GOOD} is needed for everything.
    Optional<String> token(TokenKind kind, TestedConnection connection);

    /// A token that stands for a user of the organization of the good token.
    default Optional<String> tokenOfUser(String userId, TestedConnection connection) {
        return Optional.empty();
    }

    /// The kinds of the resource's provisioning events, oldest first.
    default Optional<List<String>> events(String resourceId) {
        return Optional.empty();
    }

    /// What is recorded of calls with this `X-Request-Id`.
    default Optional<List<ScenarioCounts.Recorded>> recorded(String requestId) {
        return Optional.empty();
    }
}
