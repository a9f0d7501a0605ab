/// What a SCIM request does to a resource of any type: create, read, search, replace, modify, delete, each
/// write in one transaction with its provisioning event. Start with {@link
/// dev.rollcall.scim.resource.ResourceService}.
@NullMarked
package dev.rollcall.scim.resource;

import org.jspecify.annotations.NullMarked;
