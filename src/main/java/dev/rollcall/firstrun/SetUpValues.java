package dev.rollcall.firstrun;

import dev.rollcall.scim.schema.ScimValue;
import java.time.Instant;
import java.util.LinkedHashMap;

/// What an administrator enters into an identity provider, with what it is for. The token is a secret.
public record SetUpValues(String endpoint, String token, String organization, Instant expires) {

    /// The attribute that identifies a user for the identity provider.
    public static final String UNIQUE_IDENTIFIER = "userName";

    /// As a JSON object with the keys `endpoint`, `uniqueIdentifier`, `token`, `organization` and `expires`.
    public ScimValue.Complex toJson() {
        var members = new LinkedHashMap<String, ScimValue>();
        members.put("endpoint", new ScimValue.Text(endpoint));
        members.put("uniqueIdentifier", new ScimValue.Text(UNIQUE_IDENTIFIER));
        members.put("token", new ScimValue.Text(token));
        members.put("organization", new ScimValue.Text(organization));
        members.put("expires", new ScimValue.Text(expires.toString()));
        return new ScimValue.Complex(members);
    }

    /// As lines for the console.
    public String toLines() {
        return """
                Endpoint           %s
                Unique identifier  %s
                Bearer token       %s
                """.formatted(endpoint, UNIQUE_IDENTIFIER, token);
    }

    /// Without the token.
    @Override
    public String toString() {
        return "SetUpValues[" + endpoint + ", " + organization + "]";
    }
}
