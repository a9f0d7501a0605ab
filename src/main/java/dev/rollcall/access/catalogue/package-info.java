/// What can be given in an organization: its teams and its roles. Start with {@link
/// dev.rollcall.access.catalogue.Roles}.
@NullMarked
package dev.rollcall.access.catalogue;

import org.jspecify.annotations.NullMarked;
