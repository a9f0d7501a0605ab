package dev.rollcall.scim.bulk;

import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Arrays;
import java.util.Optional;

/// What an operation can do (RFC 7644 §3.7).
enum BulkMethod {
    POST,
    PUT,
    PATCH,
    DELETE;

    /// The method of this name; another letter case may be forgiven.
    static Optional<BulkMethod> of(String text, Tolerances tolerances) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(text)
                        || (method.name().equalsIgnoreCase(text) && tolerances.forgive(Tolerance.BULK_METHOD_CASE)))
                .findFirst();
    }
}
