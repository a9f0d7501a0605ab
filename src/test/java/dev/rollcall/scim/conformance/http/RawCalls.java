package dev.rollcall.scim.conformance.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// Sends calls byte for byte as they are written down: targets that no URI class lets through, bodies that the
/// service does not wait for the end of. One connection for each call.
public final class RawCalls {
    private static final int PATIENCE_MILLIS = 60_000;

    private RawCalls() {}

    /// Sends and waits.
    ///
    /// @throws UncheckedIOException if there is no answer
    public static Answer send(Call call) {
        var origin = call.url().replaceFirst("(https?://[^/]+).*", "$1");
        try (var socket = connect(URI.create(origin))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            // Whoever refuses a body early answers while it is still being sent.
            var sending = Thread.ofVirtual().start(() -> send(call, origin, socket));
            var answer = read(new BufferedInputStream(socket.getInputStream()));
            sending.join(PATIENCE_MILLIS);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Socket connect(URI origin) throws IOException {
        var tls = origin.getScheme().equals("https");
        var port = origin.getPort() >= 0 ? origin.getPort() : tls ? 443 : 80;
        return tls
                ? SSLSocketFactory.getDefault().createSocket(origin.getHost(), port)
                : new Socket(origin.getHost(), port);
    }

    private static void send(Call call, String origin, Socket socket) {
        var body = call.body() == null ? new byte[0] : call.body();
        var head = new StringBuilder(call.method() + " " + call.url().substring(origin.length()) + " HTTP/1.1\r\n");
        head.append("Host: ").append(origin.replaceFirst("https?://", "")).append("\r\nConnection: close\r\n");
        call.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        var chunked = "chunked".equals(call.headers().get("Transfer-Encoding"));
        if (!chunked && call.body() != null && !call.headers().containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try {
            var out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
            if (chunked) {
                out.write((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
            }
            out.write(body);
            if (chunked) {
                out.write("\r\n0\r\n\r\n".getBytes(ISO_8859_1));
            }
            out.flush();
        } catch (IOException _) {
            // The service has refused the rest; its answer says why.
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var statusLine = line(in);
        if (!statusLine.startsWith("HTTP/1.")) {
            throw new IOException("No HTTP answer: '" + statusLine + "'");
        }
        var headers = new HashMap<String, List<String>>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        var answer = Answer.of(Integer.parseInt(statusLine.substring(9, 12)), headers, new byte[0]);
        return Answer.of(answer.status(), headers, body(answer, in));
    }

    private static byte[] body(Answer head, InputStream in) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            var body = new ByteArrayOutputStream();
            for (var size = chunkSize(in); size > 0; size = chunkSize(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            return body.toByteArray();
        }
        var length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
        return in.readNBytes(length);
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
