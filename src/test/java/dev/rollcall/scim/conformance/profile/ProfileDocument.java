package dev.rollcall.scim.conformance.profile;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes `docs/scim-profile.md`: the introduction, and one table for each section.
final class ProfileDocument {
    private static final String ROW = "| %s | %s | %s | %s | %s |\n";

    private final Map<String, SortedSet<Proof>> proofs;
    private final Map<String, String> reasons;

    ProfileDocument(Map<String, SortedSet<Proof>> proofs, Map<String, String> reasons) {
        this.proofs = proofs;
        this.reasons = reasons;
    }

    /// The whole text.
    String text(String introduction, Collection<Requirement> requirements) {
        var text = new StringBuilder(introduction);
        var section = "";
        for (var requirement : requirements) {
            if (!requirement.section().equals(section)) {
                section = requirement.section();
                text.append("\n## ").append(section).append("\n\n");
                text.append(ROW.formatted("Id", "Level", "What it asks for", "Written in", "Proved by"));
                text.append("|---|---|---|---|---|\n");
            }
            text.append(ROW.formatted(
                    requirement.id(),
                    requirement.level(),
                    requirement.statement(),
                    requirement.source(),
                    proof(requirement.id())));
        }
        return text.toString();
    }

    private String proof(String id) {
        var found = proofs.getOrDefault(id, new TreeSet<>());
        return found.isEmpty()
                ? reason(reasons.get(id))
                : found.stream().map(ProfileDocument::link).collect(Collectors.joining(", "));
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "" : "*" + reason + "*";
    }

    private static String link(Proof proof) {
        return "[" + proof.name() + "](../" + proof.file() + ")";
    }
}
