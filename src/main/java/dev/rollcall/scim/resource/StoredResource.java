package dev.rollcall.scim.resource;

import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;

/// A resource that was read to be changed, for the length of one transaction.
public interface StoredResource {
    /// The resource as it is.
    ScimResource resource();

    /// Gives the resource these attributes. Where nothing changes nothing is written, and the version stays.
    ///
    /// @return the resource as it is now
    ScimResource change(ScimValue.Complex attributes);

    /// Removes the resource.
    void delete();
}
