package dev.rollcall.scim.conformance.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request as it goes out.
public final class Call {
    private static final int SHOWN = 1_500;

    private final String method;
    private final String url;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    /// A call.
    ///
    /// @param url as it stands, percent-encoding included
    /// @param body null for none, which is not the same as an empty one
    public Call(String method, String url, Map<String, String> headers, byte @Nullable [] body) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    public String method() {
        return method;
    }

    public String url() {
        return url;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /// The same call with another header, unless it has it.
    public Call with(String name, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.put(name, value);
        more.putAll(headers);
        return new Call(method, url, more, body);
    }

    /// For messages: without the token.
    @Override
    public String toString() {
        var text = new StringBuilder(method).append(' ').append(shortened(url));
        headers.forEach((name, value) -> text.append("\n    ")
                .append(name)
                .append(": ")
                .append(name.equalsIgnoreCase("Authorization") ? "…" : shortened(value)));
        if (body != null) {
            text.append("\n    ").append(shortened(new String(body, StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    /// The beginning of a text that is too long to be shown.
    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}
