package dev.rollcall.scim.protocol.body;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Map;

/// A request of a client that takes its time with the body, or goes away in the middle of it.
final class HalfSent implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final String body;
    private final boolean announced;

    /// Sends the head.
    ///
    /// @param announced whether it tells the length of the body
    HalfSent(Map<String, String> headers, String body, boolean announced) throws IOException {
        this.socket = new Socket("localhost", RestAssured.port);
        this.body = body;
        this.announced = announced;
        socket.setSoTimeout(PATIENCE_MILLIS);
        var head = new StringBuilder("POST /scim/v2/Users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(announced ? "Content-Length: " + body.length() : "Transfer-Encoding: chunked");
        write(head.append("\r\n\r\n").toString());
    }

    /// Sends the first half of the body.
    void sendHalf() throws IOException {
        send(body.substring(0, body.length() / 2));
    }

    /// Sends all of the body.
    void sendAll() throws IOException {
        send(body);
    }

    /// Sends the body up to its last byte.
    void sendAllButTheEnd() throws IOException {
        send(body.substring(0, body.length() - 1));
    }

    /// Sends the second half.
    ///
    /// @return the first line of the answer
    String finish() throws IOException {
        send(body.substring(body.length() / 2));
        if (!announced) {
            write("0\r\n\r\n");
        }
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }

    private void send(String part) throws IOException {
        write(announced ? part : Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
