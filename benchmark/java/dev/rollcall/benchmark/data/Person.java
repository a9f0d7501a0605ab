package dev.rollcall.benchmark.data;

import dev.rollcall.scim.schema.ScimValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A user as an identity provider knows one, about one kilobyte of JSON. The names of two people may be the
/// same; `userName`, `externalId` and `email` are not.
public record Person(
        Directory directory,
        int number,
        String given,
        String family,
        String userName,
        String externalId,
        String email) {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final int REPORTS = 8;

    static Person of(Directory directory, int number) {
        var random = directory.random("person", number);
        var given = Words.pick(Words.GIVEN, random);
        var family = Words.pick(Words.FAMILY, random);
        var local = ascii(given) + "." + ascii(family) + "." + number;
        var domain = directory.name() + ".example";
        return new Person(
                directory, number, given, family, local + "@" + domain, reference(random), local + "@mail." + domain);
    }

    /// What a client sends to create the user.
    public ScimValue.Complex body() {
        var random = directory.random("body", number);
        var place = random.nextInt(Words.CITIES.size());
        var body = new Members()
                .put("schemas", ScimValue.array(ScimValue.of(CORE), ScimValue.of(ENTERPRISE)))
                .put("userName", userName)
                .put("externalId", externalId)
                .put("name", name())
                .put("displayName", given + " " + family)
                .put("title", Words.pick(Words.TITLES, random))
                .put("userType", random.nextInt(10) == 0 ? "Contractor" : "Employee")
                .put("locale", Words.LOCALES.get(place))
                .put("timezone", Words.ZONES.get(place))
                .put("active", ScimValue.of(random.nextInt(20) != 0))
                .put("emails", emails(random))
                .put("phoneNumbers", phoneNumbers(random))
                .put("addresses", addresses(random, place))
                .put(ENTERPRISE, enterprise(random));
        return body.complex();
    }

    private ScimValue.Complex name() {
        return new Members()
                .put("givenName", given)
                .put("familyName", family)
                .put("formatted", given + " " + family)
                .complex();
    }

    private List<ScimValue.Complex> emails(RandomGenerator random) {
        var emails = new ArrayList<ScimValue.Complex>();
        emails.add(new Members()
                .put("value", email)
                .put("type", "work")
                .put("primary", ScimValue.of(true))
                .complex());
        if (random.nextInt(10) < 6) {
            emails.add(typed(ascii(family) + number + "@home.example", "home"));
        }
        if (random.nextInt(10) == 0) {
            emails.add(typed(ascii(given) + number + "@other.example", "other"));
        }
        return emails;
    }

    private static List<ScimValue.Complex> phoneNumbers(RandomGenerator random) {
        var numbers = new ArrayList<ScimValue.Complex>();
        numbers.add(typed("tel:+49-30-" + random.nextInt(1_000_000, 9_999_999), "work"));
        if (random.nextInt(10) < 7) {
            numbers.add(typed("tel:+49-170-" + random.nextInt(1_000_000, 9_999_999), "mobile"));
        }
        return numbers;
    }

    private static List<ScimValue.Complex> addresses(RandomGenerator random, int place) {
        return List.of(new Members()
                .put("type", "work")
                .put("streetAddress", random.nextInt(1, 300) + " " + Words.pick(Words.STREETS, random))
                .put("locality", Words.CITIES.get(place))
                .put("postalCode", Integer.toString(random.nextInt(10_000, 99_999)))
                .put("country", Words.COUNTRIES.get(place))
                .complex());
    }

    private ScimValue.Complex enterprise(RandomGenerator random) {
        var department = Words.pick(Words.DEPARTMENTS, random);
        var enterprise = new Members()
                .put("employeeNumber", Integer.toString(100_000 + number))
                .put("costCenter", "CC-" + random.nextInt(100, 999))
                .put("organization", directory.name())
                .put("division", department + " " + random.nextInt(1, 9))
                .put("department", department);
        if (number > 0) {
            var manager = directory.userId(number / REPORTS).toString();
            enterprise.put("manager", new Members().put("value", manager).complex());
        }
        return enterprise.complex();
    }

    private static ScimValue.Complex typed(String value, String type) {
        return new Members().put("value", value).put("type", type).complex();
    }

    /// What an identity provider calls something in its own store.
    static String reference(RandomGenerator random) {
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name.replace('ı', 'i').replace('ø', 'o'), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
