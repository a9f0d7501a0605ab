package dev.rollcall.scim.filter;

import dev.rollcall.scim.error.ScimException;

/// Filter text with a reading position: white space, words and JSON strings, but no grammar.
final class FilterText {
    /// What {@link #peek} answers behind the last character; never part of a filter.
    static final char END = 0;

    private final String text;
    private int position;

    FilterText(String text, int from) {
        this.text = text;
        position = from;
        for (var i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isUnusable(text.codePointAt(i))) {
                throw ScimException.invalidFilter(i, "U+0000 and half surrogate pairs cannot be part of a filter");
            }
        }
    }

    // A code point in the surrogate range is a surrogate without its partner.
    private static boolean isUnusable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    char peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    boolean isAtSpace() {
        return isSpace(peek());
    }

    /// Moves to the next character that is no white space.
    ///
    /// @return whether there was any
    boolean skipSpace() {
        var start = position;
        while (isAtSpace()) {
            position++;
        }
        return position > start;
    }

    /// The text up to white space, a parenthesis, a bracket or a quote; empty where one of them stands here.
    String word() {
        return until(" \t\r\n()[]\"");
    }

    /// The text up to white space or something that closes.
    String unquotedValue() {
        return until(" \t\r\n)]");
    }

    private String until(String delimiters) {
        var start = position;
        while (position < text.length() && delimiters.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /// The JSON string that begins here (RFC 8259 §7).
    String string() {
        var start = position++;
        var value = new StringBuilder();
        while (peek() != '"') {
            if (peek() == END) {
                throw ScimException.invalidFilter(start, "the double quote that opens here is never closed");
            }
            if (peek() < ' ') {
                throw ScimException.invalidFilter(position, "write control characters as escapes, such as \\n");
            }
            var c = text.charAt(position++);
            value.append(c == '\\' ? escaped() : c);
        }
        position++;
        if (value.codePoints().anyMatch(FilterText::isUnusable)) {
            throw ScimException.invalidFilter(
                    start, "this value holds U+0000 or half of a surrogate pair, which no attribute can hold");
        }
        return value.toString();
    }

    private char escaped() {
        var start = position - 1;
        var c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(start);
            default ->
                throw ScimException.invalidFilter(
                        start, "this is no JSON escape; write a backslash as \\\\ and a quote as \\\"");
        };
    }

    private char unicode(int start) {
        var code = 0;
        for (var i = 0; i < 4; i++) {
            var digit = digit(peek());
            if (digit < 0) {
                throw ScimException.invalidFilter(start, "\\u takes four hexadecimal digits");
            }
            code = code * 16 + digit;
            position++;
        }
        return (char) code;
    }

    // Character.digit would also take full-width digits.
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
