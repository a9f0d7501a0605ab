package dev.rollcall.api.admittance;

import dev.rollcall.organization.domain.Domain;
import dev.rollcall.organization.domain.DomainState;
import dev.rollcall.organization.domain.Proof;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Domain", description = "A domain that an organization has claimed, or waits for the proof of")
record DomainView(
        UUID id,

        @Schema(description = "As A-labels in small letters")
        String name,

        @Schema(description = "As people read it") String unicodeName,
        DomainState state,
        Proof proof,

        @Schema(description = "The TXT record to set; it stays in place as long as the domain is claimed")
        TxtRecord txtRecord,

        Instant created,

        @Schema(description = "Since when it is claimed") @Nullable
        Instant proved,

        @Schema(description = "When the record was last looked up") @Nullable
        Instant checked,

        @Schema(description = "What that has found, as a sentence") @Nullable
        String finding,

        @Schema(description = "Since when the record of the claimed domain is missing") @Nullable
        Instant failingSince) {

    @Schema(name = "TxtRecord", description = "A record in DNS")
    record TxtRecord(String name, String value) {}

    static DomainView of(Domain domain) {
        return new DomainView(
                domain.id(),
                domain.name(),
                domain.unicodeName(),
                domain.state(),
                domain.proof(),
                new TxtRecord(domain.txtRecord().name(), domain.txtRecord().value()),
                domain.created(),
                domain.proved(),
                domain.checked(),
                domain.finding(),
                domain.failingSince());
    }
}
