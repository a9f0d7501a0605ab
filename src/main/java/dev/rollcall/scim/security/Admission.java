package dev.rollcall.scim.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to whether a token may do something.
sealed interface Admission {

    /// It may, as this client.
    record Admitted(ProvisioningClient client) implements Admission {}

    /// It may not. The reason and the credential, as far as it is known, are for the log.
    record Refused(Refusal refusal, String reason, @Nullable UUID credentialId) implements Admission {
        Refused(Refusal refusal, String reason) {
            this(refusal, reason, null);
        }
    }
}
