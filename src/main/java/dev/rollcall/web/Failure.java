package dev.rollcall.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can go wrong at any door, without the words of one.
public sealed interface Failure {
    /// The status of the answer.
    int status();

    /// The framework refuses the request: its path, method, media type, body or parameters.
    ///
    /// @param challenge the value of `WWW-Authenticate`, if the framework has one
    record Refused(int status, @Nullable String challenge) implements Failure {}

    /// The database cannot do it now.
    ///
    /// @param why as the beginning of a sentence
    record Unavailable(String why) implements Failure {
        @Override
        public int status() {
            return 503;
        }
    }

    /// Nobody foresaw it. The reason is in the log, under a number to quote.
    record Unforeseen(UUID incident) implements Failure {
        @Override
        public int status() {
            return 500;
        }
    }
}
