package dev.rollcall.scim.endpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The target of a request (RFC 9112 §3.2) that is no URI, and the URI that it is read as: whatever has to be
/// percent-encoded is, a broken percent sign included.
///
/// @param uri what was meant, a URI in every case
/// @param refusal why nobody can tell what was meant, or null
/// @param unencoded the first characters of the query that were to be percent-encoded, as text for a sentence;
/// null where there is a refusal
public record RequestTarget(
        String uri, @Nullable String refusal, @Nullable String unencoded) {
    private static final boolean[] ALLOWED = allowed();
    private static final int NOT_ASCII = 0x80;
    private static final int DELETE = 0x7f;

    /// Whether a target is a URI as it stands; not so for brackets outside of an IPv6 address, which `java.net.URI`
    /// lets pass. One look at each character.
    static boolean isUri(String target) {
        var fragments = 0;
        for (var i = 0; i < target.length(); i++) {
            var c = target.charAt(i);
            if (c >= NOT_ASCII || !ALLOWED[c] || (c == '%' && !isEscape(target, i)) || (c == '#' && fragments++ > 0)) {
                return false;
            }
        }
        return true;
    }

    /// Reads a target that is no URI.
    ///
    /// @param target a path, perhaps with a query; its bytes as characters
    static RequestTarget read(String target) {
        var written = withOneFragment(target);
        var end = written.indexOf('?');
        var path = new Part("path", end < 0 ? written : written.substring(0, end));
        var query = new Part("query", end < 0 ? "" : written.substring(end));
        var uri = path.read() + query.read();
        var refusal = path.refusal != null ? path.refusal : query.refusal;
        if (refusal == null && path.unencoded != null) {
            refusal = "The path holds " + path.unencoded;
        }
        return new RequestTarget(uri, refusal, refusal == null ? query.unencoded : null);
    }

    private static String withOneFragment(String target) {
        var begin = target.indexOf('#') + 1;
        return target.substring(0, begin) + target.substring(begin).replace("#", "%23");
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    // RFC 3986 §3.3, §3.4; a fragment is no part of a request and is left to whoever reads it.
    private static boolean[] allowed() {
        var allowed = new boolean[NOT_ASCII];
        for (var c = 0; c < NOT_ASCII; c++) {
            allowed[c] = Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@/?%#".indexOf(c) >= 0;
        }
        return allowed;
    }

    /// One of the two parts of a target.
    private static final class Part {
        private final String name;
        private final String text;
        private final StringBuilder uri = new StringBuilder();
        private @Nullable String refusal;
        private @Nullable String unencoded;

        private Part(String name, String text) {
            this.name = name;
            this.text = text;
        }

        private String read() {
            for (var i = 0; i < text.length(); ) {
                i = read(i);
            }
            return uri.toString();
        }

        /// Reads what stands at a place.
        ///
        /// @return the place behind it
        private int read(int at) {
            var c = text.charAt(at);
            if (c >= NOT_ASCII) {
                return readBytes(at);
            }
            if (c == '%' && !isEscape(text, at)) {
                var sequence = text.substring(at, Math.min(at + 3, text.length()));
                refuse("holds '" + printable(sequence)
                        + "', where a percent sign is no part of a percent-encoding: write a percent sign as %25");
                uri.append("%25");
            } else if (ALLOWED[c]) {
                uri.append(c);
            } else {
                if (c < ' ' || c == DELETE) {
                    refuse("holds the control character " + encoded(c) + ", which has to be percent-encoded");
                }
                note(String.valueOf(c), encoded(c));
                uri.append(encoded(c));
            }
            return at + 1;
        }

        private int readBytes(int begin) {
            var end = begin;
            var encoded = new StringBuilder();
            while (end < text.length() && text.charAt(end) >= NOT_ASCII) {
                encoded.append(encoded(text.charAt(end)));
                end++;
            }
            try {
                var bytes = ByteBuffer.wrap(text.substring(begin, end).getBytes(ISO_8859_1));
                note(UTF_8.newDecoder().decode(bytes).toString(), encoded.toString());
                uri.append(encoded);
            } catch (CharacterCodingException _) {
                refuse("holds bytes that are no UTF-8, " + shortened(encoded.toString())
                        + ": percent-encode its characters in UTF-8");
                uri.append("%3F".repeat(end - begin));
            }
            return end;
        }

        private void refuse(String why) {
            if (refusal == null) {
                refusal = "The " + name + " " + why;
            }
        }

        private void note(String characters, String encoded) {
            if (unencoded == null) {
                unencoded = "'" + shortened(characters) + "', which has to be percent-encoded as " + shortened(encoded);
            }
        }

        private static String encoded(char c) {
            return String.format(Locale.ROOT, "%%%02X", (int) c);
        }

        private static String shortened(String text) {
            return text.length() <= 30 ? text : text.substring(0, 27) + "...";
        }

        private static String printable(String text) {
            return text.chars().anyMatch(c -> c < ' ' || c >= DELETE) ? "%" : text;
        }
    }
}
