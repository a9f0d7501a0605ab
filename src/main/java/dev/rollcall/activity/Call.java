package dev.rollcall.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call of an identity provider, or a part of one that is recorded for itself.
///
/// @param credentialId by what it was let in; null where that is not known
/// @param path without its query; it holds no secret
/// @param requestId as the log has it; null outside of requests
/// @param product as the caller names itself; null where it does not
/// @param begun when it began, by the clock of `System.nanoTime`
public record Call(
        UUID organizationId,
        UUID connectionId,
        @Nullable UUID credentialId,
        String method,
        String path,
        @Nullable String requestId,
        @Nullable String product,
        long begun) {

    /// What a connection does of which nothing else is known.
    public static Call of(UUID organizationId, UUID connectionId) {
        return new Call(organizationId, connectionId, null, "", "", null, null, System.nanoTime());
    }

    /// A part of it, with what this would have been alone.
    public Call part(String partMethod, String partPath) {
        return new Call(
                organizationId,
                connectionId,
                credentialId,
                partMethod,
                partPath,
                requestId,
                product,
                System.nanoTime());
    }
}
