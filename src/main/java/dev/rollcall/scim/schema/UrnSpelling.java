package dev.rollcall.scim.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Recognizes the URNs of a resource type's schemas in notations that do not quite write them as they are, so
/// that nothing that is meant for them is taken for a URN of the client's own. Letter case makes no difference.
/// Immutable.
public final class UrnSpelling {
    private static final String RESERVED = "urn:ietf:params:scim:";
    private static final String SCHEMAS = RESERVED + "schemas:";
    private static final String DRAFT = "urn:scim:schemas:";
    private static final int MOST_TYPOS = 2;

    private final ResourceType type;
    // The longest first: one may begin like another.
    private final List<String> ids;

    public UrnSpelling(ResourceType type) {
        this.type = type;
        var extensions =
                type.extensions().stream().map(extension -> extension.schema().id());
        ids = Stream.concat(Stream.of(type.schema().id()), extensions)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static boolean isReserved(String text) {
        return startsWith(text, RESERVED);
    }

    /// `URN:attribute` where `path` is `URN.attribute` and the URN that of a schema of the type; the attribute
    /// need not exist.
    public Optional<AttributePath> dotted(AttributePath path) {
        var text = path.toString();
        return ids.stream()
                .filter(id -> startsWith(text, id + "."))
                .flatMap(id -> AttributePath.parse(text.substring(id.length() + 1))
                        .filter(relative -> relative.uri() == null)
                        .map(relative -> new AttributePath(id, relative.name(), relative.subAttribute()))
                        .stream())
                .findFirst();
    }

    /// What `path` is called in RFC 7643 where it has a URN of the drafts ({@link DraftUrns}) that is that of one of
    /// the type's schemas, or nearly.
    public Optional<AttributePath> ofDraft(AttributePath path) {
        var text = path.toString();
        if (!startsWith(text, DRAFT) || !isNear(text)) {
            return Optional.empty();
        }
        var core = type.schema().id();
        if (DraftUrns.isDraftOf(text, core)) {
            return AttributePath.parse(core);
        }
        return Optional.of(new AttributePath(core, path.name(), path.subAttribute()))
                .filter(known -> DraftUrns.isDraftOf(String.valueOf(path.uri()), core)
                        && type.resolve(known).isPresent())
                .or(() -> AttributePath.parse(ofRfc(text)));
    }

    private static String ofRfc(String text) {
        return startsWith(text, DRAFT) ? SCHEMAS + text.substring(DRAFT.length()) : text;
    }

    /// True where `text` begins with the URN of a schema of the type, or with nearly that: with a dot or nothing
    /// for the colon, a misspelt letter or two, another version or type at its end, or as the drafts wrote it.
    public boolean isNear(String text) {
        return isNearInRfc(ofRfc(text));
    }

    private boolean isNearInRfc(String text) {
        return ids.stream()
                .anyMatch(id -> startsWith(text, id + ":")
                        || startsWith(text, id + ".")
                        || (isReserved(text) && isReserved(id) && (startsWith(text, family(id)) || isTypo(text, id)))
                        || suggestion(text, id).isPresent());
    }

    /// What was probably meant by a `text` that is nearly the URN of a schema of the type, or a notation below
    /// it.
    public Optional<String> suggestion(String text) {
        return ids.stream()
                .flatMap(id -> suggestion(text, id).stream())
                .findFirst()
                .or(() -> ids.stream()
                        .filter(id -> isTypo(text, id) && !id.equalsIgnoreCase(text))
                        .findFirst());
    }

    private Optional<String> suggestion(String text, String id) {
        var rest = startsWith(text, id) ? text.substring(id.length()) : "";
        return known(id, rest.startsWith(":") || rest.startsWith(".") ? rest.substring(1) : rest)
                .or(() -> AttributePath.parse(text)
                        .filter(path -> path.uri() != null && isTypo(path.uri(), id))
                        .flatMap(_ -> known(id, text.substring(text.lastIndexOf(':') + 1))));
    }

    private Optional<String> known(String id, String name) {
        return AttributePath.parse(name)
                .filter(path -> path.uri() == null)
                .flatMap(path -> type.resolve(new AttributePath(id, path.name(), path.subAttribute())))
                .map(found -> found.extension() == null ? id + ":" + found : found.toString());
    }

    // All but the version and the type.
    private static String family(String id) {
        var end = id.lastIndexOf(':', id.lastIndexOf(':') - 1);
        return id.substring(0, end + 1);
    }

    private static boolean isTypo(String text, String id) {
        return Math.abs(text.length() - id.length()) <= MOST_TYPOS
                && EditDistance.between(Folding.fold(text), Folding.fold(id)) <= MOST_TYPOS;
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
