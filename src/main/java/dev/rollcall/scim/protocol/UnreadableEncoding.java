package dev.rollcall.scim.protocol;

import dev.rollcall.scim.error.ScimException;
import java.util.List;

/// A body in a content coding that the service does not read: 415, with the one that it does read in
/// `Accept-Encoding` (RFC 9110 §12.5.3).
public final class UnreadableEncoding extends RuntimeException {
    /// What the answer says in `Accept-Encoding`.
    public static final String ACCEPTED = "gzip";

    private static final long serialVersionUID = 1L;

    /// @param codings those of the body
    public UnreadableEncoding(List<String> codings) {
        super(
                "The body comes in Content-Encoding " + ScimException.printable(String.join(", ", codings))
                        + ": send it in gzip, or as it is",
                null,
                false,
                false);
    }

    /// What to answer.
    public ScimException refusal() {
        return ScimException.status(415, String.valueOf(getMessage()));
    }
}
