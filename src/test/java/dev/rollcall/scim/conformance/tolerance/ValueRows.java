package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.Row.kept;
import static dev.rollcall.scim.conformance.tolerance.Row.path;
import static dev.rollcall.scim.conformance.tolerance.Row.value;

import dev.rollcall.scim.tolerance.Tolerance;
import java.util.stream.Stream;

/// Forms of values.
final class ValueRows {
    private ValueRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                kept(Tolerance.COUNTRY, "addresses", "[{'type': 'work', 'country': 'Germany'}]"),
                path(
                                Tolerance.COUNTRY,
                                "{'op': 'replace', 'path': 'addresses[type eq `work`].country', 'value': 'Germany'}",
                                "{'addresses': [{'type': 'work', 'locality': 'Bonn', 'country': 'Germany'}]}",
                                "invalidValue")
                        .on("{'addresses': [{'type': 'work', 'locality': 'Bonn'}]}"),
                kept(Tolerance.LOCALE, "locale", "'English (US)'"),
                kept(Tolerance.PREFERRED_LANGUAGE, "preferredLanguage", "'German (Germany)'"),
                kept(Tolerance.TIME_ZONE, "timezone", "'W. Europe Standard Time'"),
                kept(Tolerance.URL, "profileUrl", "'not a url'"),
                kept(Tolerance.URL, "photos", "[{'value': 'my photo.png', 'type': 'photo'}]"),
                kept(Tolerance.URL, "link", "'C:\\\\jensen'").of(Row.Endpoint.SPECIMENS),
                kept(Tolerance.BINARY, "x509Certificates", "[{'value': '-----BEGIN CERTIFICATE-----'}]"),
                kept(Tolerance.BINARY, "key", "'%%%'").of(Row.Endpoint.SPECIMENS),
                value(Tolerance.PASSWORD, "password", "'a\\u0007b'", "null"),
                kept(Tolerance.USER_NAME, "userName", "'Barbara ♥ #'"));
    }
}
