package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ScimValue;
import java.io.IOException;
import java.io.InputStream;

/// Reads a request body, a JSON object, that may not be larger than a limit.
public final class BoundedBody {
    private final int limit;
    private final String limitName;

    /// @param limit the most bytes
    /// @param limitName what the refusal adds to name the limit
    public BoundedBody(long limit, String limitName) {
        this.limit = Math.toIntExact(limit);
        this.limitName = limitName;
    }

    /// Reads to the end of the body, or to the limit.
    ///
    /// @throws ScimException 413, `invalidSyntax`
    public ScimValue.Complex read(InputStream body) throws IOException {
        var bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw ScimException.status(413, "The body is larger than " + limit + " bytes" + limitName);
        }
        return JsonReader.readObject(bytes);
    }
}
