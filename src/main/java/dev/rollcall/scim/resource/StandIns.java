package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Stand in for the write-only values of a resource, which nobody can read, while a PATCH is applied to it: a
/// stand-in that is still there afterwards is a value that the operations left alone, and one that is gone is a
/// value that they took away, by whichever path.
record StandIns(List<ResolvedAttribute> writeOnly) {
    // Write-only values are strings, so that this equals nothing that a client can send.
    private static final ScimValue STAND_IN = ScimValue.of(true);

    StandIns {
        writeOnly = List.copyOf(writeOnly);
    }

    /// The attributes with a stand-in for each write-only value.
    ScimValue.Complex addedTo(ScimValue.Complex attributes) {
        var shown = attributes;
        for (var path : writeOnly) {
            shown = shown.with(path, STAND_IN);
        }
        return shown;
    }

    /// The write-only attributes that have neither a stand-in nor a value.
    Set<ResolvedAttribute> missing(ScimValue.Complex attributes) {
        return writeOnly.stream().filter(path -> attributes.find(path) == null).collect(Collectors.toSet());
    }

    /// The attributes without the stand-ins, but with the values that took the place of one.
    ScimValue.Complex removedFrom(ScimValue.Complex attributes) {
        var real = attributes;
        for (var path : writeOnly) {
            if (STAND_IN.equals(real.find(path))) {
                real = real.with(path, ScimValue.Null.NULL);
            }
        }
        return real;
    }
}
