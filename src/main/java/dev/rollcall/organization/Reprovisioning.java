package dev.rollcall.organization;

/// What becomes of a person who was disabled or deleted and whom an identity provider creates again.
public enum Reprovisioning {
    /// What the mode of the connection says: {@link #RESTORE} where it is compatible, {@link #REFUSE} where it is
    /// strict.
    BY_MODE,
    /// The person is back under the old id.
    RESTORE,
    /// A disabled person is 409 `uniqueness`, as an active one is; a deleted one is new.
    REFUSE,
    /// Whoever comes back is somebody new, and nothing of the former one is left.
    NEW_IDENTITY
}
