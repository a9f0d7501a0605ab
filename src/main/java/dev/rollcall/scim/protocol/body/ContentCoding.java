package dev.rollcall.scim.protocol.body;

import dev.rollcall.scim.protocol.UnreadableEncoding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The content codings (RFC 9110 §8.4) in which the body of a request may come.
enum ContentCoding {
    IDENTITY,
    GZIP;

    /// The coding that headers name.
    ///
    /// @param headers the values of every `Content-Encoding`; null where there is none
    /// @throws UnreadableEncoding where they name another coding, or one upon another
    static ContentCoding of(@Nullable List<String> headers) {
        if (headers == null) {
            return IDENTITY;
        }
        var names = headers.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("identity"))
                .toList();
        if (names.isEmpty()) {
            return IDENTITY;
        }
        if (names.equals(List.of("gzip")) || names.equals(List.of("x-gzip"))) {
            return GZIP;
        }
        throw new UnreadableEncoding(names);
    }
}
