package dev.rollcall.scim.throttling;

import dev.rollcall.scim.throttling.Verdict.Admitted;

/// What was decided about one request last.
final class Allowance {
    private volatile Verdict verdict = Admitted.UNCOUNTED;

    Verdict verdict() {
        return verdict;
    }

    void note(Verdict latest) {
        verdict = latest;
    }
}
