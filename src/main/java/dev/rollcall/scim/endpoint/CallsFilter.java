package dev.rollcall.scim.endpoint;

import dev.rollcall.activity.Call;
import dev.rollcall.activity.health.HealthNotes;
import dev.rollcall.activity.health.Mistake;
import dev.rollcall.activity.run.RunTracker;
import dev.rollcall.activity.summary.ReadCounts;
import dev.rollcall.scim.refused.Attempt;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentCall;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Pattern;

/// Has it noted of every call how its connection does: what is served, what is refused, and what looks like a mistake
/// of
/// whoever set it up.
@Provider
public class CallsFilter implements ContainerResponseFilter {
    private static final int REFUSED = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final Pattern DOUBLED = Pattern.compile("/scim(/v2)?(/scim)?/v2/(scim/)?v2(/.*)?|/scim/scim(/.*)?");
    private static final Pattern MISSING = Pattern.compile("/scim(/(?!v[0-9]+(/|$)).*)?");
    private static final Pattern FIRST_VERSION = Pattern.compile("/scim/v1(/.*)?");
    private static final String FIRST_SCHEMA = "urn:scim:schemas:core:1.0";

    private final HealthNotes health;
    private final RunTracker runs;
    private final ReadCounts reads;

    CallsFilter(HealthNotes health, RunTracker runs, ReadCounts reads) {
        this.health = health;
        this.runs = runs;
        this.reads = reads;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CurrentCall.of(request).ifPresent(call -> note(request, call, response));
    }

    private void note(ContainerRequestContext request, Call call, ContainerResponseContext response) {
        var status = response.getStatus();
        var isRead = RefusedCallsFilter.reads(call);
        if (isRead) {
            reads.count(call, status);
        } else if (status != UNAUTHORIZED && status != TOO_MANY) {
            runs.wrote(call);
        }
        if (status < REFUSED) {
            health.succeeded(call, !isRead);
            return;
        }
        mistake(request, call, status)
                .ifPresent(mistake -> health.mistaken(call.organizationId(), call.connectionId(), mistake));
        // Whether somebody is there is a question, and no is an answer to it.
        if (!isRead || status != NOT_FOUND) {
            var reason = RefusedCallsFilter.reason(status, response.getEntity());
            health.refused(call, status, reason.scimType(), reason.sentence());
        }
    }

    private static Optional<Mistake> mistake(ContainerRequestContext request, Call call, int status) {
        var path = call.path();
        if (status == NOT_FOUND) {
            if (DOUBLED.matcher(path).matches()) {
                return Optional.of(Mistake.VERSION_DOUBLED);
            }
            if (MISSING.matcher(path).matches()) {
                return Optional.of(Mistake.VERSION_MISSING);
            }
        }
        return FIRST_VERSION.matcher(path).matches() || isOfFirstVersion(request)
                ? Optional.of(Mistake.SCIM_1)
                : Optional.empty();
    }

    private static boolean isOfFirstVersion(ContainerRequestContext request) {
        return Attempts.of(request)
                .map(Attempt::body)
                .filter(CallsFilter::isOfFirstVersion)
                .isPresent();
    }

    private static boolean isOfFirstVersion(ScimValue.Complex body) {
        return body.find("schemas") instanceof ScimValue.MultiValued(var schemas)
                && schemas.contains(ScimValue.of(FIRST_SCHEMA));
    }
}
