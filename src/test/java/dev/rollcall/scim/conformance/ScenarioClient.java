package dev.rollcall.scim.conformance;

import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.conformance.scenario.ScenarioFiles;
import dev.rollcall.scim.conformance.scenario.TokenKind;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.net.URI;
import java.util.Optional;

/// An identity provider that does what scenarios say, with the endpoint and the token that it was given, and counts
/// what
/// came of its calls.
public final class ScenarioClient {
    private final ScimService service;
    private final ScenarioCounts counts = new ScenarioCounts();

    /// One that sends to the base URL.
    public ScenarioClient(URI base, String token) {
        service = new Given(base, token);
    }

    /// Does all scenarios of the compatible mode whose id is like this.
    ///
    /// @param ids a regular expression
    /// @throws AssertionError if an answer is not what one of them expects
    public void runAll(String ids) {
        try (var http = new HttpCalls()) {
            ScenarioFiles.all().stream()
                    .filter(scenario -> scenario.id().matches(ids))
                    .filter(scenario -> scenario.modes().contains(ConformanceMode.COMPATIBLE))
                    .forEach(scenario -> new ScenarioRun(
                                    scenario, ConformanceMode.COMPATIBLE, service, http, new NotCheckable(), counts)
                            .run());
        }
    }

    /// How many calls about resources of this type were done, reads not counted.
    public long done(String type) {
        return counts.done(type);
    }

    /// How many were refused.
    public long refused(String type) {
        return counts.refused(type);
    }

    private record Given(URI base, String token) implements ScimService {
        @Override
        public Optional<String> token(TokenKind kind, TestedConnection connection) {
            return kind == TokenKind.GOOD ? Optional.of(token) : Optional.empty();
        }
    }
}
