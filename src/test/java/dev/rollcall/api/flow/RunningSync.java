package dev.rollcall.api.flow;

import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.ManagementClient;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/// An identity provider that adds users one after another until it is closed.
final class RunningSync implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SOME = 5;

    private final ManagementClient client;
    private final AtomicReference<String> token;
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean ended;

    RunningSync(ManagementClient client, String token) {
        this.client = client;
        this.token = new AtomicReference<>(token);
        this.thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        while (!ended) {
            statuses.add(Users.add(client.bearer(token.get()), "sync-" + UUID.randomUUID())
                    .status());
        }
    }

    /// Waits until some more users are added with the token that it has.
    void goOn() {
        var before = statuses.size();
        await().atMost(PATIENCE).until(() -> statuses.size() > before + SOME);
    }

    /// Goes on with another token.
    void use(String next) {
        token.set(next);
    }

    /// What it was answered so far.
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
