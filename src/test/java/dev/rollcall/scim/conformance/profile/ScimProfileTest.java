package dev.rollcall.scim.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/// `docs/scim-profile.md` says what the scenarios and tests prove, and nothing else.
class ScimProfileTest {
    private static final Path DOCUMENT = Path.of("docs", "scim-profile.md");
    private static final String WRITE = "rollcall.profile.write";

    private final Map<String, Requirement> requirements = RequirementFiles.requirements();
    private final Map<String, String> reasons = RequirementFiles.reasons();
    private final Map<String, SortedSet<Proof>> proofs = Proofs.byRequirement();

    @Test
    void everyIdThatIsNamedExists() {
        assertThat(proofs)
                .allSatisfy((id, by) ->
                        assertThat(requirements).as("%s, named by %s", id, by).containsKey(id));
        assertThat(requirements.keySet()).containsAll(reasons.keySet());
    }

    @Test
    void whatIsProvedNeedsNoReasonForNotBeingSo() {
        assertThat(reasons.keySet()).doesNotContainAnyElementsOf(proofs.keySet());
    }

    @Test
    void everyRequirementIsProvedOrHasItsReason() {
        assertThat(requirements.keySet())
                .filteredOn(id -> !proofs.containsKey(id) && !reasons.containsKey(id))
                .as("requirements that nothing names")
                .isEmpty();
    }

    @Test
    void theDocumentIsWhatTheTestsProve() throws IOException {
        var text = new ProfileDocument(proofs, reasons).text(RequirementFiles.introduction(), requirements.values());
        if (System.getProperty(WRITE) != null) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(DOCUMENT)
                .as("write it anew with ./mvnw test -Dtest=ScimProfileTest -D%s", WRITE)
                .hasContent(text);
    }
}
