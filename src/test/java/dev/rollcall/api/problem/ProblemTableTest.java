package dev.rollcall.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Callers tell problems apart by what `docs/management-api.md` says of them.
class ProblemTableTest {

    @Test
    void theTableHasEveryKindAndNoOther() throws IOException {
        var rows = Files.readAllLines(Path.of("docs", "management-api.md")).stream()
                .dropWhile(line -> !line.startsWith("| `urn:rollcall:problem:`"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(ProblemKind.values())
                        .map(kind -> "| `%s` | %d | %s | %s |"
                                .formatted(kind.keyword(), kind.status(), kind.title(), kind.advice()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsAKindOfProblem(RefusedException.Kind refusal) {
        assertThat(ProblemKind.of(refusal).keyword()).isEqualTo(refusal.keyword());
    }
}
