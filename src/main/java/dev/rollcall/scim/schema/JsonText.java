package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the JSON object (RFC 8259) that a client wrote into a string, as strictly as a body is read: no member
/// twice, nothing behind the object. Methods return null where the text is broken.
final class JsonText {
    /// The deepest nesting, as in a body.
    static final int MAX_DEPTH = 64;

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";
    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;

    private final String path;
    private final String text;
    private int at;

    private JsonText(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /// The object that the text is; empty where it is none.
    ///
    /// @throws ScimException `invalidValue` naming `path` for deep nesting
    static Optional<ScimValue.Complex> readObject(String path, String text) {
        var stripped = text.strip();
        if (!stripped.startsWith("{")) {
            return Optional.empty();
        }
        var reader = new JsonText(path, stripped);
        return reader.value(1) instanceof ScimValue.Complex object && reader.at == stripped.length()
                ? Optional.of(object)
                : Optional.empty();
    }

    private @Nullable ScimValue value(int depth) {
        if (depth > MAX_DEPTH) {
            throw ScimException.invalidValue(path, "holds JSON that is nested deeper than " + MAX_DEPTH + " levels");
        }
        skipBlanks();
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> text();
            case 't' -> word("true", ScimValue.of(true));
            case 'f' -> word("false", ScimValue.of(false));
            case 'n' -> word("null", ScimValue.Null.NULL);
            default -> number();
        };
    }

    private @Nullable ScimValue object(int depth) {
        var members = new LinkedHashMap<String, ScimValue>();
        at++;
        if (skip('}')) {
            return ScimValue.Complex.EMPTY;
        }
        do {
            skipBlanks();
            var name = next() == '"' ? string() : null;
            var value = name == null || !skip(':') ? null : value(depth + 1);
            if (value == null || members.putIfAbsent(name, value) != null) {
                return null;
            }
        } while (skip(','));
        return skip('}') ? new ScimValue.Complex(members) : null;
    }

    private @Nullable ScimValue array(int depth) {
        var elements = new ArrayList<ScimValue>();
        at++;
        if (skip(']')) {
            return new ScimValue.MultiValued(elements);
        }
        do {
            var element = value(depth + 1);
            if (element == null) {
                return null;
            }
            elements.add(element);
        } while (skip(','));
        return skip(']') ? new ScimValue.MultiValued(elements) : null;
    }

    private @Nullable ScimValue text() {
        var string = string();
        return string == null ? null : ScimValue.of(string);
    }

    private @Nullable String string() {
        var string = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                return string.toString();
            }
            if (c < ' ' || (c == '\\' && !unescape(string))) {
                return null;
            }
            if (c != '\\') {
                string.append(c);
            }
        }
        return null;
    }

    /// Appends what the escape at the current place stands for, and stops at its last character.
    private boolean unescape(StringBuilder string) {
        at++;
        var known = ESCAPED.indexOf(next());
        if (known >= 0) {
            string.append(MEANT.charAt(known));
            return true;
        }
        var end = at + 1 + UNICODE_DIGITS;
        if (next() != 'u' || end > text.length()) {
            return false;
        }
        var unit = 0;
        for (at++; at < end; at++) {
            var digit = next() < 0x80 ? Character.digit(next(), HEX) : -1;
            if (digit < 0) {
                return false;
            }
            unit = unit * HEX + digit;
        }
        at--;
        string.append((char) unit);
        return true;
    }

    private @Nullable ScimValue word(String word, ScimValue value) {
        if (!text.startsWith(word, at)) {
            return null;
        }
        at += word.length();
        return value;
    }

    private @Nullable ScimValue number() {
        var start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return JsonNumbers.parse(text.substring(start, at))
                .map(ScimValue.Numeric::new)
                .orElse(null);
    }

    /// The character at the current place; a NUL at the end.
    private char next() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean skip(char expected) {
        skipBlanks();
        if (next() != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
