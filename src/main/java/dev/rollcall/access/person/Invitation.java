package dev.rollcall.access.person;

import java.util.List;

/// Somebody who is invited, with the grants that wait.
public record Invitation(KnownPerson person, List<WantedGrant> grants) {
    public Invitation {
        grants = List.copyOf(grants);
    }
}
