/// The SCIM 2.0 service provider. `schema`, `filter`, `patch`, `projection` and `error` are the core: plain
/// Java, no framework. `protocol` and `persistence` carry them over HTTP and to MariaDB; each resource type has
/// a package of its own.
@NullMarked
package dev.rollcall.scim;

import org.jspecify.annotations.NullMarked;
