package dev.rollcall.scim.security;

import dev.rollcall.connection.credential.CredentialStatus;
import dev.rollcall.connection.credential.CredentialUse;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.token.TokenConfig;
import dev.rollcall.token.state.Reading;
import dev.rollcall.token.state.Readings;
import dev.rollcall.web.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// What has become of credentials.
@ApplicationScoped
class CredentialStatuses {
    private final Credentials credentials;
    private final Readings<Key, CredentialStatus> readings;

    CredentialStatuses(Credentials credentials, ExecutorService workers, TokenConfig config) {
        this.credentials = credentials;
        this.readings = new Readings<>(
                key -> credentials.status(key.organizationId, key.credentialId),
                Credentials.LAST_USED_PRECISION,
                workers,
                config);
    }

    /// The status of a credential. Done already when it was read a moment ago; never blocks, never fails.
    CompletableFuture<Reading<CredentialStatus>> of(UUID organizationId, UUID credentialId) {
        return readings.of(new Key(organizationId, credentialId));
    }

    /// Notes, later and at most once a minute, that the credential was used.
    void noteUse(UUID organizationId, UUID credentialId, Origin origin) {
        readings.noteUse(
                new Key(organizationId, credentialId),
                () -> credentials.noteUse(
                        organizationId, credentialId, new CredentialUse(origin.address(), origin.product())));
    }

    private record Key(UUID organizationId, UUID credentialId) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key(var itsOrganization, var itsCredential)
                    && organizationId.equals(itsOrganization)
                    && credentialId.equals(itsCredential);
        }

        @Override
        public int hashCode() {
            return credentialId.hashCode();
        }
    }
}
