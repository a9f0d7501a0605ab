package dev.rollcall.scim.total;

import java.util.UUID;

/// What is kept of one type in one organization beside what its rows come to at the same moment.
public record TotalCheck(UUID organizationId, String resourceType, Numbers rows, Numbers kept) {
    /// How many resources there are, and how many of them are active and inactive.
    public record Numbers(long resources, long active, long inactive) {
        Numbers minus(Numbers other) {
            return new Numbers(resources - other.resources, active - other.active, inactive - other.inactive);
        }
    }

    /// Whether both are the same.
    public boolean isRight() {
        return rows.equals(kept);
    }
}
