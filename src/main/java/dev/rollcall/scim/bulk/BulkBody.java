package dev.rollcall.scim.bulk;

import dev.rollcall.scim.schema.ScimValue;

/// The body of a bulk request, which has a limit of its own (RFC 7644 §3.7.4).
record BulkBody(ScimValue.Complex message) {}
