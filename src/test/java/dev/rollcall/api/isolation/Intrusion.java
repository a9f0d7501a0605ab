package dev.rollcall.api.isolation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One request that must fail, and what came of it.
///
/// @param what who tries which operation, for the report
/// @param sent all that the request itself held
/// @param expected the statuses that refuse it
/// @param described the statuses that the description has for the operation
record Intrusion(String what, String sent, Set<Integer> expected, Set<Integer> described, int status, String answer) {

    /// What is wrong with the answer; nothing where it refuses and tells nothing.
    ///
    /// @param secrets ids, names and domains of the organization that is intruded on
    List<String> complaints(Collection<String> secrets) {
        return Stream.of(
                        Stream.of(status)
                                .filter(actual -> !expected.contains(actual))
                                .map(actual -> what + ": " + actual + " instead of " + expected + ": " + answer),
                        Stream.of(status)
                                .filter(actual -> !described.contains(actual))
                                .map(actual -> what + ": " + actual + " is not described"),
                        secrets.stream()
                                .filter(secret -> answer.contains(secret) && !sent.contains(secret))
                                .map(secret -> what + ": tells " + secret))
                .flatMap(all -> all)
                .toList();
    }
}
