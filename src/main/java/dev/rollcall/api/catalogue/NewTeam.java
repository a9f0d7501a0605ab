package dev.rollcall.api.catalogue;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
        {"name": "EMEA"}
        """)
record NewTeam(@NotNull @PlainName(of = "a team") String name) implements RequestBody {}
