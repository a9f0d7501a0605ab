package dev.rollcall.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.rollcall.digest.SecretHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The tokens of one door that were verified: each once, on a worker thread, and known by its hash until it expires.
///
/// @param <T> what a token says
public final class VerifiedTokens<T> {
    private final Function<String, T> verifier;
    private final Executor workers;
    private final Executor afterReload;
    private final Cache<SecretHash, T> verified;
    private final Map<SecretHash, CompletableFuture<T>> verifying = new ConcurrentHashMap<>();

    /// @param verifier throws {@link InvalidTokenException}
    public VerifiedTokens(
            Function<String, T> verifier,
            Function<T, Instant> expires,
            ExecutorService workers,
            TokenConfig config,
            Clock clock) {
        this.verifier = verifier;
        this.workers = workers;
        this.afterReload =
                CompletableFuture.delayedExecutor(SigningKeys.RELOAD_PAUSE.toMillis(), TimeUnit.MILLISECONDS, workers);
        this.verified = Caffeine.newBuilder()
                .maximumSize(config.cacheSize())
                .executor(workers)
                .expireAfter(Expiry.<SecretHash, T>creating((_, token) ->
                        Duration.between(clock.instant(), expires.apply(token).plus(config.leeway()))))
                .build();
    }

    /// What the token says. Done already when it is known; fails with {@link InvalidTokenException}. A client that
    /// begins with many requests at once costs one verification.
    public CompletableFuture<T> of(String token) {
        var hash = SecretHash.of(token);
        var known = verified.getIfPresent(hash);
        return known == null ? verifyOnce(token, hash) : CompletableFuture.completedFuture(known);
    }

    /// Why a look at a token failed.
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private CompletableFuture<T> verifyOnce(String token, SecretHash hash) {
        var mine = new CompletableFuture<T>();
        var running = verifying.putIfAbsent(hash, mine);
        if (running != null) {
            return running;
        }
        var _ = verify(token, hash).whenComplete((fresh, failure) -> {
            verifying.remove(hash, mine);
            if (failure == null) {
                mine.complete(fresh);
            } else {
                mine.completeExceptionally(failure);
            }
        });
        return mine;
    }

    private CompletableFuture<T> verify(String token, SecretHash hash) {
        return CompletableFuture.supplyAsync(() -> verifyNow(token, hash), workers)
                .exceptionallyCompose(failure -> cause(failure) instanceof UnknownKeyException
                        ? CompletableFuture.supplyAsync(() -> verifyNow(token, hash), afterReload)
                        : CompletableFuture.failedFuture(failure));
    }

    private T verifyNow(String token, SecretHash hash) {
        var fresh = verifier.apply(token);
        verified.put(hash, fresh);
        return fresh;
    }
}
