/// Tests of mappings, defaults and groups.
@NullMarked
package dev.rollcall.api.mapping;

import org.jspecify.annotations.NullMarked;
