package dev.rollcall.scim.schema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A resource as it is held: its type, the identifier and metadata that the service issues, and every attribute
/// that came from a client, read through the schema ({@link ResourceReader}). Extension attributes are in a
/// member named by the extension's URI. `schemas`, `id` and `meta` are not among the attributes; {@link
/// #representation} adds them.
public record ScimResource(ResourceType type, String id, ScimValue.Complex attributes, Meta meta) {

    /// The service's own knowledge (RFC 7643 §3.1). Every change of the resource raises `version` by one.
    public record Meta(Instant created, Instant lastModified, long version) {}

    /// This resource with other attributes, everything else unchanged.
    public ScimResource with(ScimValue.Complex changed) {
        return new ScimResource(type, id, changed, meta);
    }

    /// The entity tag, a weak one: it tells states of the resource apart, not representations (RFC 7644 §3.14).
    public String entityTag() {
        return "W/\"" + meta.version() + "\"";
    }

    /// The URIs of the core schema and of the extensions that have values (RFC 7643 §3).
    public List<String> schemas() {
        var uris = new ArrayList<String>();
        uris.add(type.schema().id());
        type.extensions().stream()
                .map(extension -> extension.schema().id())
                .filter(uri -> attributes.find(uri) != null)
                .forEach(uris::add);
        return List.copyOf(uris);
    }

    /// The whole resource, before any projection, as it is seen under `baseUri` (which has no trailing slash).
    public ScimValue.Complex representation(String baseUri) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put(
                "schemas",
                new ScimValue.MultiValued(schemas().stream().map(ScimValue::of).toList()));
        members.put("id", ScimValue.of(id));
        members.putAll(attributes.members());
        members.put("meta", metaValue(baseUri));
        return new ScimValue.Complex(members);
    }

    /// Where the resource is found (`meta.location`).
    public String location(String baseUri) {
        return baseUri + type.endpoint() + "/" + id;
    }

    private ScimValue.Complex metaValue(String baseUri) {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("resourceType", ScimValue.of(type.name()));
        members.put("created", ScimValue.of(DateTimes.print(meta.created())));
        members.put("lastModified", ScimValue.of(DateTimes.print(meta.lastModified())));
        members.put("location", ScimValue.of(location(baseUri)));
        members.put("version", ScimValue.of(entityTag()));
        return new ScimValue.Complex(members);
    }
}
