package dev.rollcall.api.session;

import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewSession", examples = """
        {"link": "w2J0u1m2Y3Jf0yTn1kq8vEo4c9Xb7sLd5aPzQhRtGiU"}
        """)
record NewSessionBody(
        @Schema(description = "What the set-up link has behind its #link=") @NotNull @Size(min = 1, max = 200)
        String link)
        implements RequestBody {
    @Override
    public String toString() {
        return "NewSessionBody";
    }
}
