package dev.rollcall.token;

import java.util.Optional;

/// Tells a database that is away from any other failure, in the words of whoever answers requests.
public interface DatabaseOutage {

    /// The refusal of a request that only reads and met a database that is away; nothing for any other failure.
    Optional<? extends RuntimeException> refusal(Throwable failure);
}
