package dev.rollcall.scim.conformance;

import dev.rollcall.scim.conformance.scenario.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Writes the `Authorization` header of each kind. Where there is nothing to write it from, the kind is not
/// available.
final class Authorization {
    private final ScimService service;
    private final TestedConnection connection;

    Authorization(ScimService service, TestedConnection connection) {
        this.service = service;
        this.connection = connection;
    }

    /// The value of the header, empty for {@link TokenKind#NONE}; or nothing where the kind is not available
    /// here.
    Optional<String> header(TokenKind kind) {
        return switch (kind) {
            case NONE -> Optional.of("");
            case EMPTY -> Optional.of("Bearer");
            case GARBAGE -> Optional.of("Bearer not-a-token");
            case BASIC -> good().map(token -> "Basic " + base64("rollcall:" + token));
            case LOWER_CASE_SCHEME -> good().map(token -> "bearer " + token);
            case TRUNCATED -> good().map(token -> "Bearer " + token.substring(0, token.length() - 8));
            case TAMPERED -> good().map(token -> "Bearer " + tampered(token));
            case ALG_NONE -> good().map(token -> "Bearer " + unsigned(token));
            case GOOD,
                    EXPIRED,
                    OTHER_ISSUER,
                    OTHER_AUDIENCE,
                    OTHER_KEY,
                    REVOKED,
                    READ_ONLY,
                    OF_USER,
                    OTHER_ORGANIZATION,
                    PAUSED_CONNECTION,
                    PLAN_WITHOUT_SCIM,
                    LOW_LIMIT,
                    HIGH_LIMIT -> service.token(kind, connection).map(token -> "Bearer " + token);
        };
    }

    /// The value of the header with a token that stands for a user.
    Optional<String> headerOfUser(String userId) {
        return service.tokenOfUser(userId, connection).map(token -> "Bearer " + token);
    }

    private Optional<String> good() {
        return service.token(TokenKind.GOOD, connection);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String tampered(String token) {
        var parts = CompactToken.of(token);
        return parts.withClaims(parts.claimsText().replaceFirst("\\{", "{\"admin\":true,"))
                .toString();
    }

    private static String unsigned(String token) {
        return CompactToken.of(token)
                .withHeader("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                .withSignature(new byte[0])
                .toString();
    }
}
