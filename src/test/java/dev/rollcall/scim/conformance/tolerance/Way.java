package dev.rollcall.scim.conformance.tolerance;

import java.util.EnumSet;
import java.util.Set;

/// The ways in which a client can send a value.
enum Way {
    POST,
    PUT,
    PATCH_WITH_PATH,
    PATCH_WITHOUT_PATH,
    POST_IN_BULK,
    PATCH_IN_BULK;

    static final Set<Way> WITH_A_RESOURCE = EnumSet.of(POST, PUT, POST_IN_BULK);

    boolean creates() {
        return this == POST || this == POST_IN_BULK;
    }

    boolean patches() {
        return !WITH_A_RESOURCE.contains(this);
    }

    boolean isInBulk() {
        return this == POST_IN_BULK || this == PATCH_IN_BULK;
    }
}
