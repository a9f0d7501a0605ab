package dev.rollcall.api.person;

import dev.rollcall.access.person.KnownPerson;
import dev.rollcall.access.person.People;
import dev.rollcall.api.body.JsonBodyReader;
import dev.rollcall.api.change.Answers;
import dev.rollcall.api.change.ApiEndpoint;
import dev.rollcall.api.change.Versions;
import dev.rollcall.security.ForOperators;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What is done to members whom no identity provider has.
@ApiEndpoint
@Path("/api/v1/organizations/{organizationId}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class PeopleEndpoint {
    private final People people;
    private final Answers answers;

    PeopleEndpoint(People people, Answers answers) {
        this.people = people;
        this.answers = answers;
    }

    @POST
    @ForOperators
    @Operation(operationId = "noteMember", summary = "Notes somebody who has signed in just in time, as a member")
    public RestResponse<PersonView> note(
            @PathParam("organizationId") UUID organizationId, NewPersonBody body, @Context UriInfo request) {
        var noted = people.note(organizationId, body.email(), body.name());
        return answers.made(request, noted.id(), PersonView.of(noted), noted.version());
    }

    @PATCH
    @Path("/{memberId}")
    @Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
    @Operation(
            operationId = "changeMember",
            summary = "Disables, enables or renames a member whom no identity provider has")
    public RestResponse<PersonView> change(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PersonPatch body) {
        return found(people.change(organizationId, memberId, body.change(), Versions.condition(ifMatch)));
    }

    private RestResponse<PersonView> found(KnownPerson person) {
        return answers.of(PersonView.of(person), person.version());
    }

    @DELETE
    @Path("/{memberId}")
    @Operation(
            operationId = "deleteMember",
            summary = "Deletes a member whom no identity provider has, with all grants by hand")
    public RestResponse<Void> delete(
            @PathParam("organizationId") UUID organizationId,
            @PathParam("memberId") UUID memberId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        people.delete(organizationId, memberId, Versions.condition(ifMatch));
        return answers.gone();
    }
}
