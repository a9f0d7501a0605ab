package dev.rollcall.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The judgement finds what it is there to find.
class IntrusionTest {
    private static final List<String> SECRETS = List.of("Victim Inc.", "019a-id");

    @Test
    void aRefusalThatTellsNothingIsRight() {
        assertThat(intrusion("", 404, "There is no organization.").complaints(SECRETS))
                .isEmpty();
    }

    @Test
    void aSuccessIsFound() {
        assertThat(intrusion("", 200, "{}").complaints(SECRETS))
                .containsExactly("GET /x: 200 instead of [404]: {}", "GET /x: 200 is not described");
    }

    @Test
    void aLeakIsFoundInARefusal() {
        assertThat(intrusion("", 404, "Victim Inc. has none").complaints(SECRETS))
                .containsExactly("GET /x: tells Victim Inc.");
    }

    @Test
    void whatTheIntruderHasSentIsNoLeak() {
        assertThat(intrusion("/x/019a-id", 404, "There is no 019a-id.").complaints(SECRETS))
                .isEmpty();
    }

    private static Intrusion intrusion(String sent, int status, String answer) {
        return new Intrusion("GET /x", sent, Set.of(404), Set.of(201, 404), status, answer);
    }
}
