package dev.rollcall.scim.bulk;

import java.util.List;

/// A bulk request (RFC 7644 §3.7).
///
/// @param failOnErrors after how many errors to stop; the largest number where the client does not say
record BulkRequest(int failOnErrors, List<BulkOperation> operations) {
    BulkRequest {
        operations = List.copyOf(operations);
    }
}
