package dev.rollcall.oauth;

import java.time.Duration;

/// A client whose secret was wrong too often, from one address.
final class TooManyAttemptsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    TooManyAttemptsException(Duration pause) {
        super("Too many attempts with a wrong secret.", null, false, false);
        this.pause = pause;
    }

    /// After which it may be tried again.
    Duration pause() {
        return pause;
    }
}
