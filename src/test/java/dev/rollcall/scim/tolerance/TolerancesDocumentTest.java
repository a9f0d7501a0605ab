package dev.rollcall.scim.tolerance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/tolerances.md` says what the code forgives, and nothing else.
class TolerancesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "tolerances.md");
    private static final Path INTRODUCTION =
            Path.of("src", "test", "resources", "conformance", "tolerances-introduction.md");
    private static final String WRITE = "rollcall.tolerances.write";

    @Test
    void theDocumentHasEveryToleranceAsItIs() throws IOException {
        var text = TolerancesDocument.text(Files.readString(INTRODUCTION));
        if (System.getProperty(WRITE) != null) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT)
                .as("write it anew with ./mvnw test -Dtest=TolerancesDocumentTest -D%s, or paste:%n%s", WRITE, text)
                .hasContent(text);
    }

    @Test
    void everyNameIsOneWordOfSettingsLogsAndMetrics() {
        assertThat(Tolerance.values())
                .extracting(Tolerance::keyword)
                .allMatch(keyword -> keyword.matches("[a-z]+(-[a-z]+)*"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTextFitsIntoACellAndIsNoSentence() {
        assertThat(Tolerance.values()).allSatisfy(tolerance -> {
            for (var text : new String[] {tolerance.sent(), tolerance.by(), tolerance.meaning()}) {
                assertThat(text).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
            }
        });
    }
}
