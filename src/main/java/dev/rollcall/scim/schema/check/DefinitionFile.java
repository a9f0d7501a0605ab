package dev.rollcall.scim.schema.check;

import dev.rollcall.scim.schema.ScimValue;

/// A file of a deployer: its name, and the JSON object in it.
public record DefinitionFile(String name, ScimValue.Complex content) {}
