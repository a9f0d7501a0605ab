package dev.rollcall.security.signin;

import java.util.UUID;

/// Who has signed in.
///
/// @param admin whether the person is an org admin
record SignedIn(String email, String name, UUID organizationId, boolean admin) {}
