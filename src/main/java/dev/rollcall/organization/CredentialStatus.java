package dev.rollcall.organization;

import dev.rollcall.scim.schema.ConformanceMode;

/// A credential with everything around it that decides whether its requests are served, as of one moment.
public record CredentialStatus(
        Credential credential, TokenHash tokenHash, ConnectionState connectionState, ConformanceMode mode, Plan plan) {}
