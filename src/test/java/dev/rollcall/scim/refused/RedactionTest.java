package dev.rollcall.scim.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Sent;
import dev.rollcall.scim.protocol.JsonReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final SecretNames NAMES = SecretNames.of(null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'password':'hunter2'}",
                "{'PassWord':'hunter2'}",
                "{'pass-word':'hunter2'}",
                "{'pass\\u200bword':'hunter2'}",
                "{'pa\\u017f\\u017fword':'hunter2'}",
                "{'password':{'value':'hunter2'}}",
                "{'password':['hunter2']}",
                "{'name':{'apiToken':'hunter2'}}",
                "{'clientSecret':'hunter2'}",
                "{'Operations':[{'op':'replace','path':'password','value':'hunter2'}]}",
                "{'Operations':[{'value':'hunter2','path':' PASSWORD ','op':'replace'}]}",
                "{'Operations':[{'op':'replace','value':{'password':'hunter2'}}]}",
                "{'Operations':[{'op':'replace','value':'{\"password\":\"hunter2\"}'}]}",
                "{'Operations':[{'op':'replace','attribute':'password','new':'hunter2'}]}",
                "{'Operations':[{'op':'replace','path':'x[password eq \\\"hunter2\\\"].y','value':1}]}",
                "{'Operations':[{'op':'replace','path':'urn:ietf:params:scim:schemas:core:2.0:User:password','value':['hunter2']}]}",
                "{'Operations':[{'method':'POST','path':'/Users','data':{'userName':'a','password':'hunter2'}}]}",
                "{'Operations':[{'method':'POST','data':'{\\\"password\\\":\\\"hunter2\\\"}'}]}",
                "{'note':'my password is hunter2'}",
                "{'note':'Bearer hunter2'}",
                "{'x':[{'name':'password','content':'hunter2'}]}"
            })
    void noSecretIsKept(String json) {
        assertThat(redacted(json)).doesNotContain("hunter2").contains("[redacted]");
    }

    @Test
    void aTokenIsKnownByItsForm() {
        assertThat(redacted("{'note':'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIx.sig'}")).isEqualTo("{\"note\":\"[redacted]\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'userName':'bjensen','active':'maybe'} | {\"userName\":\"bjensen\",\"active\":\"maybe\"}",
                "{'Operations':[{'op':'replace','path':'active','value':3}]}"
                        + " | {\"Operations\":[{\"op\":\"replace\",\"path\":\"active\",\"value\":3}]}",
                "{'userName':'b','password':'x'} | {\"userName\":\"b\",\"password\":\"[redacted]\"}"
            })
    void whatIsNoSecretStays(String json, String kept) {
        assertThat(redacted(json)).isEqualTo(kept);
    }

    @Test
    void whatIsTooLargeIsNotKeptAtAll() {
        var large = "{'userName':'" + "x".repeat(Sent.LONGEST) + "'}";
        var many = "{'members':[" + "{'value':'1'},".repeat(20_000) + "{'value':'2'}]}";

        assertThat(redacted(large)).isEqualTo(Sent.TOO_LARGE.text());
        assertThat(redacted(many)).isEqualTo(Sent.TOO_LARGE.text());
    }

    private static String redacted(String json) {
        var body = JsonReader.readObject(
                json.contains("{\"")
                        ? json.replace("'{\"password\":\"hunter2\"}'", "'#'")
                                .replace('\'', '"')
                                .replace("\"#\"", "\"{\\\"password\\\":\\\"hunter2\\\"}\"")
                                .getBytes(StandardCharsets.UTF_8)
                        : json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return Redaction.of(body, NAMES).text();
    }
}
