package dev.rollcall.connection.credential;

import java.time.Instant;

/// When a credential was used last, exact to {@link Credentials#LAST_USED_PRECISION}, and from where.
public record LastUse(Instant time, CredentialUse use) {}
