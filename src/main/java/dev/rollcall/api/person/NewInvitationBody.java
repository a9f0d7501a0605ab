package dev.rollcall.api.person;

import dev.rollcall.access.person.NewInvitation;
import dev.rollcall.access.person.WantedGrant;
import dev.rollcall.api.body.PlainName;
import dev.rollcall.api.body.RequestBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewInvitation", examples = """
        {"email": "barbara@example.com", "name": "Barbara Jensen"}
        """)
record NewInvitationBody(
        @NotNull @Size(max = 254) @Email String email,

        @Schema(description = "As others call the person") @PlainName(of = "a person") @Nullable
        String name,

        @Schema(description = "What the person may do from the first day on") @Size(max = 100) @Nullable
        List<@NotNull @Valid NewGrant> grants)
        implements RequestBody {

    @Schema(name = "NewInvitationGrant", description = "A role that is given by hand")
    record NewGrant(
            @Schema(description = "For a role of teams: the team in which it counts") @Nullable
            UUID teamId,

            @NotNull UUID roleId) {

        WantedGrant wanted() {
            return new WantedGrant(teamId, roleId);
        }
    }

    NewInvitation invitation() {
        return new NewInvitation(
                email,
                name,
                grants == null
                        ? List.of()
                        : grants.stream().map(NewGrant::wanted).toList());
    }
}
