package dev.rollcall.scim.conformance;

import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.conformance.scenario.TokenKind;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The scenarios against a service that runs anywhere, given by system properties. Not part of the build: its
/// name is not a test's, so it runs only when it is asked for. It creates and deletes users in the organization
/// of the token.
class ExternalScenarios {

    @TestFactory
    Stream<DynamicTest> scenarios() {
        var base = Objects.requireNonNull(
                System.getProperty("rollcall.scenarios.base-url"), "Give -Drollcall.scenarios.base-url=…/scim/v2");
        return ScenarioSuite.of(new Given(URI.create(base.replaceFirst("/+$", ""))), false);
    }

    private record Given(URI base) implements ScimService {

        @Override
        public Optional<String> token(TokenKind kind, TestedConnection connection) {
            var name = switch (kind) {
                case GOOD -> good(connection);
                default -> "token." + kind.keyword();
            };
            var token = Optional.ofNullable(System.getProperty("rollcall.scenarios." + name));
            return kind == TokenKind.HIGH_LIMIT ? token.or(() -> token(TokenKind.GOOD, connection)) : token;
        }

        private static String good(TestedConnection connection) {
            if (connection.mode() == ConformanceMode.STRICT) {
                return "strict-token";
            }
            return connection.identityProvider() == IdentityProvider.ENTRA ? "entra-token" : "token";
        }
    }
}
