package dev.rollcall.scim.resource;

import dev.rollcall.scim.filter.Condition;
import org.jspecify.annotations.Nullable;

/// A query on one resource type (RFC 7644 §3.4.2).
///
/// @param condition what a resource must meet, or null for all
/// @param startIndex the first match of the page, counted from 1
/// @param count the most resources in the page; 0 asks for the number of matches alone
/// @param baseUri the base URI of the service, without a trailing slash
public record SearchQuery(@Nullable Condition condition, int startIndex, int count, String baseUri) {}
