/// Checks schemas and resource types that a deployer wrote (RFC 7643 §6 and §7) and puts them together with
/// those of the service. All problems are found at once, each with its file and place. Start with {@link
/// dev.rollcall.scim.schema.check.DeployedDefinitions}.
@NullMarked
package dev.rollcall.scim.schema.check;

import org.jspecify.annotations.NullMarked;
