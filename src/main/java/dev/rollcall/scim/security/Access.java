package dev.rollcall.scim.security;

import dev.rollcall.connection.credential.Scope;
import java.util.Set;

/// What a request needs.
///
/// @param scopes the scopes of which it needs one
/// @param openToUsers whether a token that stands for one user will do (RFC 7644 §3.11)
record Access(Set<Scope> scopes, boolean openToUsers) {
    Access {
        scopes = Set.copyOf(scopes);
    }
}
