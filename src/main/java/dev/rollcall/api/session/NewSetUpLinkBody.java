package dev.rollcall.api.session;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.security.session.Person;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewSetUpLink", examples = """
        {"email": "barbara@example.com", "name": "Barbara Jensen"}
        """)
record NewSetUpLinkBody(
        @Schema(description = "By which the organization knows the person")
        @NotNull
        @Size(max = Person.LONGEST_EMAIL)
        @Email
        String email,

        @Schema(description = "As others call the person") @NotNull @PlainName(of = "a person")
        String name,

        @Schema(description = "Whether the person shall see everything and change nothing; false where it is absent")
        @Nullable
        Boolean readOnly)
        implements RequestBody {
    boolean readsOnly() {
        return Boolean.TRUE.equals(readOnly);
    }
}
