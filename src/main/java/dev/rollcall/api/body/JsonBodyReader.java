package dev.rollcall.api.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.api.problem.ProblemException;
import dev.rollcall.api.problem.ProblemKind;
import dev.rollcall.refusal.RefusedException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.regex.Pattern;

/// Reads every {@link RequestBody}.
@Provider
@Consumes({MediaType.APPLICATION_JSON, JsonBodyReader.MERGE_PATCH})
public class JsonBodyReader implements MessageBodyReader<RequestBody> {
    /// The media type of a patch (RFC 7396 §4).
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final int MOST_LEVELS = 16;
    private static final Pattern TWICE = Pattern.compile("Duplicate [Ff]ield '(.*)'.*", Pattern.DOTALL);

    private final ObjectMapper mapper;
    private final BodyCheck check;
    private final ReceivedBody received;
    private final int mostBytes;

    JsonBodyReader(ObjectMapper mapper, BodyCheck check, ReceivedBody received, ManagementConfig config) {
        this.mapper = mapper.copyWith(mapper.getFactory()
                .rebuild()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_LEVELS)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build());
        this.check = check;
        this.received = received;
        this.mostBytes = Math.toIntExact(config.bodySize().asLongValue());
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return RequestBody.class.isAssignableFrom(type);
    }

    @Override
    public RequestBody readFrom(
            Class<RequestBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the body without an encoding.");
        }
        var bytes = body.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new ProblemException(
                    ProblemKind.CONTENT_TOO_LARGE, "The body is larger than " + mostBytes + " bytes: send less.");
        }
        received.read(bytes);
        return check.checked(mapper.readerFor(type), object(bytes), type);
    }

    private ObjectNode object(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            throw RefusedException.invalid("The request has no body: send a JSON object.");
        }
        JsonNode tree;
        try {
            tree = mapper.readTree(bytes);
        } catch (JsonProcessingException unreadable) {
            throw RefusedException.invalid(sentence(unreadable));
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw RefusedException.invalid("The body is no JSON object.");
    }

    private static String sentence(JsonProcessingException unreadable) {
        var twice = TWICE.matcher(String.valueOf(unreadable.getOriginalMessage()));
        if (twice.matches()) {
            return "The field '" + twice.group(1) + "' stands twice in the body: send it once.";
        }
        var where = unreadable.getLocation();
        return "The body is no JSON that can be read"
                + (where == null
                        ? "."
                        : ": look at line " + where.getLineNr() + ", column " + where.getColumnNr() + ".");
    }
}
