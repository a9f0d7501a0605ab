package dev.rollcall.scim.protocol.body;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.protocol.UnreadableEncoding;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads a request body, a JSON object, that may not be larger than a limit, neither as it is sent nor, where it
/// comes in gzip, as it is read. It is read as it comes: its bytes are never held as a whole.
public final class BoundedBody {
    private final long limit;
    private final String limitName;
    private final BodyMemory memory;

    /// @param limit the most bytes
    /// @param limitName what the refusal adds to name the limit
    /// @param memory what all bodies share
    public BoundedBody(long limit, String limitName, BodyMemory memory) {
        this.limit = limit;
        this.limitName = limitName;
        this.memory = memory;
    }

    /// Reads to the end of the body, or to the limit.
    ///
    /// @param headers the headers of the request
    /// @throws ScimException 413, `invalidSyntax`, 503 where too many large bodies are being read
    /// @throws UnreadableEncoding where the body comes in another content coding than gzip
    public ScimValue.Complex read(InputStream body, MultivaluedMap<String, String> headers) {
        var coding = ContentCoding.of(headers.get(HttpHeaders.CONTENT_ENCODING));
        var length = length(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
        if (length != null && length > limit) {
            throw tooLarge();
        }
        var part = memory.part(length);
        var sent = new Bounded(body);
        return switch (coding) {
            case IDENTITY -> JsonReader.readObject(sent, part::use);
            case GZIP -> JsonReader.readObject(new Bounded(Gunzipped.of(sent)), part::use);
        };
    }

    private static @Nullable Long length(@Nullable String header) {
        try {
            return header == null ? null : Long.valueOf(header.strip());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private ScimException tooLarge() {
        return ScimException.status(413, "The body is larger than " + limit + " bytes" + limitName);
    }

    /// Bytes up to the limit.
    private final class Bounded extends FilterInputStream {
        private long count;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            count += Math.max(0, read);
            if (count > limit) {
                throw tooLarge();
            }
        }
    }
}
