package dev.rollcall.scim.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the requirements of the profile (`docs/scim-profile.md`) that a test method, or a test class as a
/// whole, proves: the test fails if the requirement is broken. A test that only touches a requirement does not
/// name it. Scenarios say the same in their member `requirements`.
///
/// The ids are read from the source text, so they are string literals: `@Proves("PU-005")` or
/// `@Proves({"FI-010", "FI-011"})`.
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
public @interface Proves {

    /// The ids, for example `PU-005`; every one is a row of `conformance/requirements.txt`.
    String[] value();
}
