package dev.rollcall.scim.bulk;

import dev.rollcall.scim.schema.ConformanceMode;
import java.util.Arrays;
import java.util.Optional;

/// What an operation can do (RFC 7644 §3.7).
enum BulkMethod {
    POST,
    PUT,
    PATCH,
    DELETE;

    /// The method of this name; compatible mode takes it in any letter case.
    static Optional<BulkMethod> of(String text, ConformanceMode mode) {
        return Arrays.stream(values())
                .filter(method -> mode == ConformanceMode.COMPATIBLE
                        ? method.name().equalsIgnoreCase(text)
                        : method.name().equals(text))
                .findFirst();
    }
}
