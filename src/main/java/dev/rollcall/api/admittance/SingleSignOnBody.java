package dev.rollcall.api.admittance;

import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.organization.SingleSignOn.State;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewSingleSignOn", examples = """
        {"name": "PingOne", "state": "on"}
        """)
record SingleSignOnBody(
        @NotNull @PlainName(of = "single sign-on") String name,
        @NotNull State state) implements RequestBody {}
