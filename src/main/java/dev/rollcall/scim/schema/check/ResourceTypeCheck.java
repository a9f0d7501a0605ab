package dev.rollcall.scim.schema.check;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks ResourceType resources (RFC 7643 §6): those of the service, which can be given extensions, and
/// further ones.
final class ResourceTypeCheck {
    /// What a file says in `schemas` to be a resource type.
    static final String URI = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][-_0-9A-Za-z]{0,63}");
    private static final Pattern ENDPOINT = Pattern.compile("/[A-Za-z][-_0-9A-Za-z]{0,63}");
    private static final Set<String> RESERVED_ENDPOINTS =
            Set.of("/users", "/groups", "/schemas", "/resourcetypes", "/serviceproviderconfig", "/bulk", "/me");
    private static final Set<String> MEMBERS =
            Set.of("schemas", "id", "name", "endpoint", "description", "schema", "schemaExtensions", "meta");
    private static final Set<String> EXTENSION_MEMBERS = Set.of("schema", "required");

    private final SchemaRegistry own;
    private final Set<String> schemas;
    private final Set<String> names = new HashSet<>();
    private final Set<String> endpoints = new HashSet<>();
    private final Set<String> extensions = new HashSet<>();

    /// @param own what the service brings along
    /// @param schemas the URIs of the schemas that files define
    ResourceTypeCheck(SchemaRegistry own, Set<String> schemas) {
        this.own = own;
        this.schemas = Set.copyOf(schemas);
    }

    void check(Members type) {
        type.refuseOthersThan(MEMBERS);
        type.text("description");
        var name = type.requiredText("name");
        name.ifPresent(given -> name(type, given));
        var known = name.flatMap(own::resourceType);
        if (known.isPresent()) {
            known(type, known.get());
        } else {
            further(type);
        }
        var place = type.place().member("schemaExtensions");
        var given = type.objects("schemaExtensions");
        place.require(known.isEmpty() || !given.isEmpty(), "is what a file for " + name.orElse("") + " is there for");
        given.forEach(extension -> extension(type, known.orElse(null), extension));
    }

    private void name(Members type, String name) {
        var place = type.place().member("name");
        place.require(
                NAME.matcher(name).matches(),
                "'" + name + "' must be a letter, then letters, digits, '-' or '_', 64 in all at most");
        own.resourceTypes().stream()
                .filter(known ->
                        known.name().equalsIgnoreCase(name) && !known.name().equals(name))
                .forEach(known -> place.problem("differs in letter case only from " + known.name()));
        type.text("id")
                .ifPresent(
                        id -> type.require("id", id.equals(name), "must be the name, '" + name + "', if it is there"));
    }

    /// A file for a type of the service says nothing that is not so.
    private static void known(Members type, ResourceType known) {
        same(type, "endpoint", known.endpoint());
        same(type, "schema", known.schema().id());
    }

    private static void same(Members type, String member, String value) {
        type.text(member)
                .ifPresent(given -> type.require(
                        member, given.equals(value), "is '" + value + "' for this type and cannot be changed"));
    }

    private void further(Members type) {
        type.text("name")
                .ifPresent(name -> type.require(
                        "name",
                        names.add(name.toLowerCase(Locale.ROOT)),
                        "'" + name + "' is the name of another type; letter case does not tell names apart"));
        type.requiredText("endpoint")
                .ifPresent(endpoint -> endpoint(type.place().member("endpoint"), endpoint));
        type.requiredText("schema").ifPresent(uri -> schema(type.place().member("schema"), uri));
    }

    private void endpoint(Place place, String endpoint) {
        place.require(
                ENDPOINT.matcher(endpoint).matches(),
                "'" + endpoint + "' must be a slash and one name, such as /Badges, 64 letters at most");
        var key = endpoint.toLowerCase(Locale.ROOT);
        place.require(!RESERVED_ENDPOINTS.contains(key), "'" + endpoint + "' is an endpoint of the service");
        place.require(
                endpoints.add(key),
                "'" + endpoint + "' is the endpoint of another type; letter case does not tell endpoints apart");
    }

    private void extension(Members type, @Nullable ResourceType known, Members extension) {
        extension.refuseOthersThan(EXTENSION_MEMBERS);
        extension.flag("required");
        var uri = extension.requiredText("schema");
        if (uri.isEmpty()) {
            return;
        }
        var place = extension.place().member("schema");
        var isOwn = known != null && known.extension(uri.get()).isPresent();
        if (!isOwn) {
            schema(place, uri.get());
        }
        place.require(!Optional.of(uri.get()).equals(type.text("schema")), "is the schema of the type itself already");
        var key = type.text("name").orElse("") + " " + uri.get().toLowerCase(Locale.ROOT);
        place.require(extensions.add(key), "is an extension of this type already");
    }

    private void schema(Place place, String uri) {
        if (SchemaCheck.isMessage(uri)) {
            place.problem("names a protocol message, not a schema");
        } else if (own.schema(uri).isPresent()) {
            place.problem("'" + uri + "' belongs to the service's own types");
        } else if (!schemas.contains(uri)) {
            place.problem(unknown(uri));
        }
    }

    private String unknown(String uri) {
        return schemas.stream()
                .filter(uri::equalsIgnoreCase)
                .findFirst()
                .map(other -> "'" + uri + "' is written '" + Objects.requireNonNull(other) + "'")
                .orElse("no file defines the schema '" + uri + "'");
    }
}
