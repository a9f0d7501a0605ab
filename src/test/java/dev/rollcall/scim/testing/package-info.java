/// What several test classes start from: the schemas as they are shipped, values written as JSON, and seeded
/// random resources and filters for the law tests.
@NullMarked
package dev.rollcall.scim.testing;

import org.jspecify.annotations.NullMarked;
