package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.persistence.ResourceSearch.Found;
import dev.rollcall.scim.projection.Projector;
import dev.rollcall.scim.protocol.Answer;
import dev.rollcall.scim.protocol.AnswerStream;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Shows resources of one type as an answer shows them, with what other resources say of them. Those whose elements in
/// rows of their own do not fit are read again while they are written, each with its row and all its elements as they
/// are at one moment.
///
/// @param baseUri the base URI of the service, without a trailing slash
public record ResourceView(UUID organizationId, SearchedType type, Projector projector, String baseUri) {
    /// The most elements that are read for a page before its first byte is written.
    static final int PAGE_ELEMENTS = 10_000;

    /// The most elements that are read for one resource before its first byte is written.
    public static final int RESOURCE_ELEMENTS = 1_000;

    /// How many resources of a page that is too large are read at once.
    private static final int WINDOW = 10;

    /// Shows one resource. Where it is read again, its entity tag is set again.
    ///
    /// @throws ScimException 404, also when the answer is written, where the resource is gone
    public Answer of(ScimResource resource) {
        return ofDerived(derived(List.of(resource), projector::mayShow).getFirst());
    }

    /// Shows a resource that was just made. Nobody can have said anything of it yet, so that nobody is asked for
    /// its readOnly attributes.
    public Answer ofNew(ScimResource resource) {
        var derived = derived(
                List.of(resource),
                path -> projector.mayShow(path) && !path.attribute().isReadOnly());
        return ofDerived(derived.getFirst());
    }

    /// Shows a resource that was read with what others say of it, as {@link #of(ScimResource)} does.
    public Answer ofDerived(ScimResource derived) {
        var attribute = attribute();
        if (attribute.isEmpty()) {
            return held(derived);
        }
        return attribute
                .get()
                .elements(organizationId, List.of(derived), baseUri, RESOURCE_ELEMENTS)
                .flatMap(elements -> held(derived, attribute.get(), elements))
                .orElseGet(() -> new Answer.Streamed(out -> readAlone(attribute.get(), derived, out)));
    }

    /// Shows the resources of a page. As long as their elements are few, the number of statements does not
    /// depend on the number of resources.
    public List<Answer> of(List<ScimResource> resources) {
        return ofDerived(derived(resources, projector::mayShow));
    }

    /// Shows resources that were found, with what was read beside all of them, or else as {@link #of(List)} does.
    List<Answer> ofFound(List<Found> found) {
        if (found.stream().anyMatch(one -> one.derivation() == null)) {
            return of(found.stream().map(Found::resource).toList());
        }
        return ofDerived(found.stream()
                .map(one -> Objects.requireNonNull(one.derivation())
                        .of(organizationId, one.resource(), projector::mayShow, baseUri))
                .toList());
    }

    private List<Answer> ofDerived(List<ScimResource> derived) {
        var attribute = attribute();
        if (attribute.isEmpty() || derived.isEmpty()) {
            return derived.stream().map(this::held).toList();
        }
        return attribute
                .get()
                .elements(organizationId, derived, baseUri, PAGE_ELEMENTS)
                .map(elements -> ofPage(derived, attribute.get(), elements))
                .orElseGet(() -> ofLargePage(derived, attribute.get()));
    }

    private List<Answer> ofPage(
            List<ScimResource> resources, RowAttribute attribute, Map<String, List<ScimValue>> elements) {
        return resources.stream()
                .map(resource -> held(resource, attribute, elements)
                        .orElseGet(() -> new Answer.Streamed(out -> read(attribute, resource, out))))
                .toList();
    }

    private List<Answer> ofLargePage(List<ScimResource> resources, RowAttribute attribute) {
        var answers = new ArrayList<Answer>();
        for (var from = 0; from < resources.size(); from += WINDOW) {
            var window = new Window(attribute, resources.subList(from, Math.min(from + WINDOW, resources.size())));
            window.resources.forEach(resource -> answers.add(new Answer.Streamed(out -> window.write(resource, out))));
        }
        return answers;
    }

    private Optional<RowAttribute> attribute() {
        return type.rowAttribute().filter(attribute -> projector.mayShow(attribute.attribute()));
    }

    private List<ScimResource> derived(List<ScimResource> resources, Predicate<ResolvedAttribute> wanted) {
        return type.withDerived(organizationId, resources, wanted, baseUri);
    }

    private Answer held(ScimResource resource) {
        return new Answer.Held(projector.apply(resource.representation(baseUri)));
    }

    private Optional<Answer> held(
            ScimResource resource, RowAttribute attribute, Map<String, List<ScimValue>> elements) {
        return Optional.ofNullable(elements.get(resource.id()))
                .map(all -> held(resource.with(
                        resource.attributes().with(attribute.attribute(), new ScimValue.MultiValued(all)))));
    }

    private void readAlone(RowAttribute attribute, ScimResource resource, AnswerStream out) throws IOException {
        var isThere = attribute.read(organizationId, resource.id(), baseUri, (read, elements) -> {
            out.header(HttpHeaders.ETAG, read.entityTag());
            write(attribute, read, elements, out);
        });
        if (!isThere) {
            throw ScimException.notFound(type.type().name(), resource.id());
        }
    }

    private void read(RowAttribute attribute, ScimResource resource, AnswerStream out) throws IOException {
        var isThere = attribute.read(
                organizationId, resource.id(), baseUri, (read, elements) -> write(attribute, read, elements, out));
        if (!isThere) {
            // It has been counted, so it is shown, as what is left of it when its elements are gone.
            held(resource).writeTo(out);
        }
    }

    private void write(RowAttribute attribute, ScimResource resource, RowAttribute.Elements elements, AnswerStream out)
            throws IOException {
        var path = attribute.attribute();
        out.object(
                projector.apply(resource.representation(baseUri)),
                path.attribute().name(),
                array -> elements.each(element -> {
                    var shown = projector.apply(path, element);
                    if (!shown.isUnassigned()) {
                        array.value(shown);
                    }
                }));
    }

    /// Resources of a page that is too large. What is read of them is let go as it is written.
    private final class Window {
        private final RowAttribute attribute;
        private final List<ScimResource> resources;
        private @Nullable Map<String, List<ScimValue>> unwritten;

        private Window(RowAttribute attribute, List<ScimResource> resources) {
            this.attribute = attribute;
            this.resources = resources;
        }

        private void write(ScimResource resource, AnswerStream out) throws IOException {
            if (unwritten == null) {
                unwritten = attribute
                        .elements(organizationId, resources, baseUri, PAGE_ELEMENTS)
                        .map(HashMap::new)
                        .orElseGet(HashMap::new);
            }
            var held = held(resource, attribute, unwritten);
            unwritten.remove(resource.id());
            if (held.isPresent()) {
                held.get().writeTo(out);
            } else {
                read(attribute, resource, out);
            }
        }
    }
}
