package dev.rollcall.access.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to invite, and what they get.
public record NewInvitation(String email, @Nullable String name, List<WantedGrant> grants) {
    public NewInvitation {
        grants = List.copyOf(grants);
    }
}
