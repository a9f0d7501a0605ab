package dev.rollcall.firstrun;

import java.nio.file.Path;

/// What the console shows at the end of the first start.
final class Welcome {
    private Welcome() {}

    static String text(FirstRunValues made, Path file) {
        var values = made.setUp();
        return """

                Rollcall is ready. Enter these into the identity provider; the token is not shown again.

                %s
                For the product's back end, and for an org admin (once, within minutes):

                  Operator token     %s
                  Set-up link        %s

                They are also in %s

                Try it:

                TOKEN='%s'
                curl -H "Authorization: Bearer $TOKEN" '%s/Users?count=1'
                curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/scim+json' %s/Users -d '%s'
                curl -H "Authorization: Bearer $TOKEN" -G %s/Users --data-urlencode 'filter=userName eq "%s"'

                OPERATOR='%s'
                API='%s/api/v1'
                ORGANIZATION=$(curl -s -H "Authorization: Bearer $OPERATOR" $API/organizations | grep -o '[0-9a-f-]\\{36\\}' | head -n 1)
                curl -H "Authorization: Bearer $OPERATOR" $API/organizations/$ORGANIZATION/members
                curl -H "Authorization: Bearer $OPERATOR" $API/organizations/$ORGANIZATION/activity

                The example organization has two teams, three roles, and a default: whoever comes is a reader in the
                team Everybody. Who may do what, and why, is in members; what each call did is in activity. The set-up
                link shows the same on a page.

                """.formatted(
                        values.toLines().indent(2),
                        made.operatorToken(),
                        made.setUpLink(),
                        file,
                        values.token(),
                        values.endpoint(),
                        values.endpoint(),
                        USER,
                        values.endpoint(),
                        USER_NAME,
                        made.operatorToken(),
                        ServiceAddress.publicUrl(values.endpoint()));
    }

    private static final String USER_NAME = "bjensen@example.com";

    private static final String USER = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",\
            "name":{"givenName":"Barbara","familyName":"Jensen"},"emails":[{"value":"%s","type":"work","primary":true}],\
            "active":true}""".formatted(USER_NAME, USER_NAME);
}
