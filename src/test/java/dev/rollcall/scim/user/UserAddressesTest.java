package dev.rollcall.scim.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAddressesTest {
    private static ScimValue.Complex user(String attributes) {
        return SchemaFixtures.notation("{" + attributes + "}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'userName':'a@example.com','emails':[{'value':'b@example.com','primary':true}] | a@example.com",
                "'userName':'a','emails':[{'value':'w@example.com','type':'Work'},{'value':'b@example.com','primary':true}] | b@example.com",
                "'userName':'a','emails':[{'value':'h@example.com','type':'home'},{'value':'w@example.com','type':'work'}] | w@example.com",
                "'userName':'a','emails':[{'value':'h@example.com','type':'home'}] | ",
                "'userName':'@example.com' | ",
                "'userName':'a@' | ",
                "'userName':'a','emails':[{'value':'none','primary':true}] | "
            })
    void theAccountIsTheUserNameElseThePrimaryElseTheOneForWork(String attributes, String account) {
        assertThat(UserAddresses.account(user(attributes)).orElse(null)).isEqualTo(account);
    }

    @Test
    void keysAreFoldedAndFew() {
        assertThat(UserAddresses.keys(
                        user("'userName':'A@Example.com','emails':[{'value':'a@example.COM','primary':true},"
                                + "{'value':'B@example.com','type':'work'},{'value':'c@example.com','type':'work'},"
                                + "{'value':'d@example.com','type':'work'},{'value':'e@example.com','type':'work'}]")))
                .isEqualTo(List.of("a@example.com", "b@example.com", "c@example.com", "d@example.com"));
    }
}
