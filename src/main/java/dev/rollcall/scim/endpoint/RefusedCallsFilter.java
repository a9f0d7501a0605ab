package dev.rollcall.scim.endpoint;

import dev.rollcall.activity.Call;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.protocol.ScimPaths;
import dev.rollcall.scim.refused.Attempt;
import dev.rollcall.scim.refused.RefusedCalls;
import dev.rollcall.scim.refused.RefusedCalls.Reason;
import dev.rollcall.scim.resource.ResourceStore;
import dev.rollcall.scim.resource.ResourceStores;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.security.CurrentCall;
import dev.rollcall.scim.security.CurrentClient;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.web.SafeMethods;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has refused calls recorded, whoever refused them: every write, and of what only reads whatever an administrator
/// should see. Who is not known, or sends too much, is counted elsewhere.
@Provider
public class RefusedCallsFilter implements ContainerResponseFilter {
    private static final int REFUSED = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;
    private static final Set<Integer> OF_READS = Set.of(400, 403, 413, 415);
    private static final String SEARCH = "/.search";

    private final RefusedCalls refused;
    private final ResourceStores stores;

    RefusedCallsFilter(RefusedCalls refused, ResourceStores stores) {
        this.refused = refused;
        this.stores = stores;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var status = response.getStatus();
        if (status >= REFUSED) {
            CurrentCall.of(request)
                    .filter(call -> isRecorded(call, status))
                    .ifPresent(call -> refused.record(
                            call, attempt(request, call), reason(status, response.getEntity()), forgiven(request)));
        }
    }

    private static boolean isRecorded(Call call, int status) {
        if (status == UNAUTHORIZED || status == TOO_MANY) {
            return false;
        }
        return !reads(call) || status >= FAILED || OF_READS.contains(status);
    }

    /// Whether a call changes nothing.
    static boolean reads(Call call) {
        return SafeMethods.contain(call.method()) || call.path().endsWith(SEARCH);
    }

    private Attempt attempt(ContainerRequestContext request, Call call) {
        return Attempts.of(request).orElseGet(() -> ofPath(call.path()));
    }

    // A body that nobody can read is not kept, but its path may say what it was about.
    private Attempt ofPath(String path) {
        if (!path.startsWith(ScimPaths.BASE + "/")) {
            return Attempt.UNKNOWN;
        }
        var parts = path.substring(ScimPaths.BASE.length() + 1).split("/", -1);
        return stores.at("/" + parts[0])
                .map(ResourceStore::type)
                .map(type -> new Attempt(type, parts.length > 1 ? parts[1] : null, null))
                .orElse(Attempt.UNKNOWN);
    }

    /// What the body of an error says.
    static Reason reason(int status, @Nullable Object entity) {
        if (entity instanceof byte[] json) {
            try {
                var error = JsonReader.readObject(json);
                return new Reason(status, text(error, "scimType"), text(error, "detail"));
            } catch (ScimException _) {
                return new Reason(status, null, null);
            }
        }
        return new Reason(status, null, null);
    }

    private static @Nullable String text(ScimValue.Complex error, String name) {
        return error.find(name) instanceof ScimValue.Text(var text) ? text : null;
    }

    private static Set<Tolerance> forgiven(ContainerRequestContext request) {
        return CurrentClient.of(request)
                .map(client -> client.tolerances().noted())
                .orElseGet(Set::of);
    }
}
