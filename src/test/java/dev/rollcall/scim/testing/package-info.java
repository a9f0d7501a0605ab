/// What several test classes start from: the schemas as they are shipped, and values written as JSON.
@NullMarked
package dev.rollcall.scim.testing;

import org.jspecify.annotations.NullMarked;
