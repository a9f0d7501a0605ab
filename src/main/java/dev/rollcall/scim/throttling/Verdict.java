package dev.rollcall.scim.throttling;

import java.util.List;
import java.util.Optional;

/// Whether a request is served.
sealed interface Verdict {
    /// How the buckets stand in which the request was counted, the narrowest first.
    List<Standing> standings();

    /// It is.
    record Admitted(List<Standing> standings) implements Verdict {
        /// Without being counted: there is no limit, or the count cannot be had.
        static final Verdict UNCOUNTED = new Admitted(List.of());

        public Admitted {
            standings = List.copyOf(standings);
        }
    }

    /// It is not, because of this bucket.
    record Refused(Standing standing) implements Verdict {
        @Override
        public List<Standing> standings() {
            return List.of(standing);
        }
    }

    /// The refusal, if it is one.
    default Optional<Refused> refusal() {
        return this instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }
}
