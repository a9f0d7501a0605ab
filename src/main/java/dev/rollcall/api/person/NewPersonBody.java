package dev.rollcall.api.person;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewPerson", examples = """
        {"email": "mandy@example.com", "name": "Mandy Pepperidge"}
        """)
record NewPersonBody(
        @NotNull @Size(max = 254) @Email String email,

        @Schema(description = "As others call the person") @PlainName(of = "a person") @Nullable
        String name)
        implements RequestBody {}
