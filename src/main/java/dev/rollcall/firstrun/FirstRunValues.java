package dev.rollcall.firstrun;

import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.time.Instant;
import java.util.LinkedHashMap;

/// What the first run has made: values for an identity provider, a token for the back end of the product, and a link
/// for an org admin. The tokens and the link are secrets.
///
/// @param setUpLink its URL; it can be used once, and soon
record FirstRunValues(SetUpValues setUp, String operatorToken, String setUpLink) {
    private static final String OPERATOR_TOKEN = "operatorToken";
    private static final String SET_UP_LINK = "setUpLink";

    /// As a text of JSON: the keys of {@link SetUpValues#toJson}, `operatorToken` and `setUpLink`.
    String toText() {
        var members = new LinkedHashMap<>(setUp.toJson().members());
        members.put(OPERATOR_TOKEN, new ScimValue.Text(operatorToken));
        members.put(SET_UP_LINK, new ScimValue.Text(setUpLink));
        return JsonWriter.text(new ScimValue.Complex(members)) + "\n";
    }

    /// Reads what {@link #toText} wrote.
    ///
    /// @throws IllegalArgumentException if anything is missing
    static FirstRunValues of(ScimValue.Complex members) {
        return new FirstRunValues(
                new SetUpValues(
                        text(members, "endpoint"),
                        text(members, "token"),
                        text(members, "organization"),
                        Instant.parse(text(members, "expires"))),
                text(members, OPERATOR_TOKEN),
                text(members, SET_UP_LINK));
    }

    private static String text(ScimValue.Complex members, String key) {
        if (members.members().get(key) instanceof ScimValue.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("No text '" + key + "'");
    }

    /// Without the secrets.
    @Override
    public String toString() {
        return "FirstRunValues[" + setUp + "]";
    }
}
