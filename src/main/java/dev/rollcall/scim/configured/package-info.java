/// The resource types that a deployer adds by JSON files: their endpoints and where their resources are kept.
/// All of them share one table and one endpoint class. Start with {@link
/// dev.rollcall.scim.configured.ConfiguredStore}.
@NullMarked
package dev.rollcall.scim.configured;

import org.jspecify.annotations.NullMarked;
