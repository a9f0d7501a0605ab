package dev.rollcall.benchmark.fairness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the other organization sends, on so many connections, again as soon as it is answered: also after a 429.
final class Loads {
    private static final int OPERATIONS = 100;
    private static final int SLOW_BYTES = 2048;
    private static final long SLOW_PAUSE_MILLIS = 200;

    private final URI base;
    private final String token;
    private final String group;
    private final List<byte[]> replacements;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /// @param replacements bodies that replace the members of the group, in turn
    Loads(URI base, String token, String group, List<byte[]> replacements) {
        this.base = base;
        this.token = token;
        this.group = group;
        this.replacements = replacements;
    }

    /// Begins a load; several make one.
    void begin(String load, int connections) {
        switch (load) {
            case "scan" -> repeat(connections, () -> send(get("/Users?filter=title%20eq%20%22zz%22")));
            case "bulk" -> repeat(connections, () -> send(post("/Bulk", bulk())));
            case "replace" -> repeat(Math.min(connections, 4), () -> send(put()));
            case "slow" -> repeat(connections, this::readSlowly);
            default -> throw new IllegalArgumentException("There is no load " + load);
        }
    }

    /// Ends them, and waits for the answers that are due.
    ///
    /// @return how often each status was answered
    Map<Integer, Integer> end() throws InterruptedException {
        over.set(true);
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(60));
        }
        http.shutdownNow();
        synchronized (statuses) {
            return new TreeMap<>(statuses);
        }
    }

    private interface Call {
        void run() throws IOException, InterruptedException;
    }

    private void repeat(int connections, Call call) {
        for (var i = 0; i < connections; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                while (!over.get()) {
                    try {
                        call.run();
                    } catch (IOException _) {
                        note(0);
                    } catch (InterruptedException _) {
                        return;
                    }
                }
            }));
        }
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        note(http.send(request, BodyHandlers.discarding()).statusCode());
    }

    private void note(int status) {
        synchronized (statuses) {
            statuses.merge(status, 1, Integer::sum);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json")
                .timeout(Duration.ofMinutes(2));
    }

    private HttpRequest get(String path) {
        return to(path).build();
    }

    private HttpRequest post(String path, String body) {
        return to(path).POST(BodyPublishers.ofString(body)).build();
    }

    private HttpRequest put() {
        var body = replacements.get(count.incrementAndGet() % replacements.size());
        return to("/Groups/" + group).PUT(BodyPublishers.ofByteArray(body)).build();
    }

    private String bulk() {
        var run = System.nanoTime() + "-" + count.incrementAndGet();
        var operations = IntStream.range(0, OPERATIONS)
                .mapToObj(i -> """
                        {"method":"POST","path":"/Users","bulkId":"b%d","data":{"schemas":\
                        ["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s-%d@bulk.example"}}""".formatted(i, run, i))
                .collect(Collectors.joining(","));
        return """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}""".formatted(operations);
    }

    private void readSlowly() throws IOException, InterruptedException {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(SLOW_BYTES);
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            socket.getOutputStream()
                    .write(("GET " + base.getPath() + "/Groups/" + group + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Connection: close\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var buffer = new byte[SLOW_BYTES];
            var isFirst = true;
            for (int read; (read = socket.getInputStream().read(buffer)) >= 0 && !over.get(); ) {
                if (isFirst && read > 12) {
                    note(Integer.parseInt(new String(buffer, 9, 3, StandardCharsets.US_ASCII)));
                    isFirst = false;
                }
                Thread.sleep(SLOW_PAUSE_MILLIS);
            }
        }
    }
}
