package dev.rollcall.scim.schema;

/// A schema that extends a resource type (RFC 7643 §6). A required one is part of every resource of the type.
public record SchemaExtension(Schema schema, boolean required) {}
