package dev.rollcall.scim.security;

import dev.rollcall.activity.health.Mistake;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to whether a token may do something.
sealed interface Admission {

    /// It may, as this client.
    record Admitted(ProvisioningClient client) implements Admission {}

    /// It may not. The reason and the caller, as far as it is known, are for the log.
    record Refused(Refusal refusal, String reason, @Nullable Caller caller) implements Admission {
        Refused(Refusal refusal, String reason) {
            this(refusal, reason, null);
        }
    }

    /// Whom a token names, by the signature of the service.
    ///
    /// @param mistake what whoever set it up got wrong; null where that is not it
    record Caller(
            UUID organizationId,
            UUID connectionId,
            UUID credentialId,
            @Nullable Mistake mistake) {}
}
