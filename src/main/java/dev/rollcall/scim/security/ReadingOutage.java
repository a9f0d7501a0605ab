package dev.rollcall.scim.security;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.persistence.DatabaseFailure;
import dev.rollcall.token.DatabaseOutage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Refuses whoever asks for signing keys while the database is away as it refuses any other read.
@ApplicationScoped
class ReadingOutage implements DatabaseOutage {
    @Override
    public Optional<ScimException> refusal(Throwable failure) {
        return DatabaseFailure.refusal(failure);
    }
}
