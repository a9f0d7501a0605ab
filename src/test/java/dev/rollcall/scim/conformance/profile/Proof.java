package dev.rollcall.scim.conformance.profile;

/// A scenario or a test class that names a requirement.
///
/// @param name the id of the scenario, or the simple name of the class
/// @param file from the root of the project, with `/` between the folders
record Proof(String name, String file) implements Comparable<Proof> {

    @Override
    public int compareTo(Proof other) {
        return name.compareTo(other.name);
    }
}
