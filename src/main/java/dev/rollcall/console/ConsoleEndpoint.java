package dev.rollcall.console;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Serves the page at `/console`. Its parts stand below a folder that changes with them, so that a browser never asks
/// again for
/// one that it has.
@Path("/console")
public class ConsoleEndpoint {
    private static final String PAGE = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    private final PageFiles files;
    private final PagePolicy policy;

    ConsoleEndpoint(PageFiles files, PagePolicy policy) {
        this.files = files;
        this.policy = policy;
    }

    /// The page itself, which is asked for anew each time. With a slash at the end of its address its parts would not
    /// be
    /// found.
    @GET
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        if (uri.getPath().endsWith("/")) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create("/console"))
                    .build();
        }
        return file(PAGE, encodings)
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", policy.header())
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "clipboard-write=(self)")
                .build();
    }

    /// A part of the page, of the version that the page names; of any other there is nothing.
    @GET
    @Path("{version}/{name: .+}")
    @Operation(hidden = true)
    public Response part(
            @PathParam("version") String version,
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
        if (!version.equals(files.version())) {
            throw new NotFoundException();
        }
        return file(name, encodings)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .build();
    }

    private Response.ResponseBuilder file(String name, @Nullable String encodings) {
        var isCompressed = encodings != null && encodings.contains("gzip");
        var content = files.find(name, isCompressed).orElseThrow(NotFoundException::new);
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        var answer = Response.ok(content)
                .type(type)
                .header("Vary", HttpHeaders.ACCEPT_ENCODING)
                .header("X-Content-Type-Options", "nosniff");
        return isCompressed ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }
}
