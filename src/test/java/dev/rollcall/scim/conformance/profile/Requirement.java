package dev.rollcall.scim.conformance.profile;

/// One row of the profile.
///
/// @param section the title of the section that it belongs to
/// @param source where it is written
/// @param statement what it asks for, in short
record Requirement(String section, String id, String level, String source, String statement) {}
