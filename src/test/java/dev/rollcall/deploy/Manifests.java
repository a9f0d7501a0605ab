package dev.rollcall.deploy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The documents of `deploy/kubernetes` as objects of the Kubernetes API. A field that the API does not have, a
/// key that stands twice and a scalar of another type are errors, as they are for the API server's strict
/// validation.
final class Manifests {
    static final Path FOLDER = Path.of("deploy/kubernetes");

    private static final KubernetesSerialization KINDS = new KubernetesSerialization();
    private static final ObjectMapper STRICT = strictMapper();

    private Manifests() {}

    /// Every manifest, in the order of their paths; kustomizations are none.
    static List<Path> files() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The kustomizations, in the order of their paths.
    static List<Path> kustomizations() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The only document of that kind.
    static <T extends HasMetadata> T only(Class<T> kind) {
        var found = files().stream()
                .map(Manifests::read)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " documents of kind " + kind.getSimpleName() + " instead of one");
        }
        return found.getFirst();
    }

    static HasMetadata read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static HasMetadata parse(String yaml) throws IOException {
        if (yaml.contains("\n---")) {
            throw new AssertionError("More than one document in a file");
        }
        var tree = STRICT.readTree(yaml);
        var apiVersion = tree.path("apiVersion").asText();
        var kind = tree.path("kind").asText();
        var type = KINDS.getRegisteredKubernetesResource(apiVersion, kind);
        if (type == null) {
            throw new AssertionError("The Kubernetes API has no " + kind + " in " + apiVersion);
        }
        // Not from the tree: it no longer knows whether a scalar was quoted.
        return (HasMetadata) STRICT.readValue(yaml, type);
    }

    static JsonNode tree(Path file) {
        try {
            return STRICT.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static ObjectMapper strictMapper() {
        return YAMLMapper.builder(YAMLFactory.builder().build())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> List.of(
                                        CoercionInputShape.Boolean,
                                        CoercionInputShape.Integer,
                                        CoercionInputShape.Float)
                                .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
                .annotationIntrospector(new WithoutAnySetter())
                .build();
    }

    /// The API's types collect what they do not know. Here it is an error.
    private static final class WithoutAnySetter extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
