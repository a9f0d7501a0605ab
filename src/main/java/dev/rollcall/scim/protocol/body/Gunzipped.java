package dev.rollcall.scim.protocol.body;

import dev.rollcall.scim.error.ScimException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What a stream of gzip holds, inflated as it is read, a buffer at a time.
final class Gunzipped extends FilterInputStream {
    private Gunzipped(InputStream inflated) {
        super(inflated);
    }

    /// @throws ScimException `invalidSyntax`, here and when it is read, where it is no gzip or is cut off
    static InputStream of(InputStream gzip) {
        try {
            return new Gunzipped(new GZIPInputStream(gzip));
        } catch (IOException _) {
            throw broken();
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (ZipException | EOFException _) {
            throw broken();
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (ZipException | EOFException _) {
            throw broken();
        }
    }

    private static ScimException broken() {
        return ScimException.invalidSyntax("The body is not the gzip that Content-Encoding announces, or is cut off");
    }
}
