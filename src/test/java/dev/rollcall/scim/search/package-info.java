/// What queries mean before they reach the database.
@NullMarked
package dev.rollcall.scim.search;

import org.jspecify.annotations.NullMarked;
