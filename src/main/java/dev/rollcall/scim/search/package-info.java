/// Searching (RFC 7644 §3.4.2 and §3.4.3, RFC 9865): from the parameters of a query, or the body of a search
/// request, to a list response, over one resource type or all. What a search runs on is in `persistence`; this
/// package reads the request, decides the page and seals cursors. Start with {@link
/// dev.rollcall.scim.search.Searches}.
@NullMarked
package dev.rollcall.scim.search;

import org.jspecify.annotations.NullMarked;
