package dev.rollcall.scim.testing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Random PATCH operations on users, in the notation of {@link SchemaFixtures#notation}: paths and values that
/// fit, that nearly fit, and that do not.
public final class RandomPatches {
    private static final List<String> PATHS = List.of(
            "title",
            "userName",
            "active",
            "name",
            "name.givenName",
            "emails",
            "emails.display",
            "emails[type eq `work`]",
            "emails[type eq `work`].value",
            "emails[value eq `a`].primary",
            "emails[type ne `home`].display",
            "emails[primary eq true]",
            "emails[type eq `work` or value sw `b`]",
            "addresses",
            "addresses[type eq `home`].region",
            "ENTERPRISE",
            "ENTERPRISE:department",
            "ENTERPRISE:manager",
            "ENTERPRISE:manager.value",
            "BADGE:colors",
            "BADGE:colors[value eq `red`]",
            "BADGE:printed",
            "BADGE:office.code",
            "BADGE:doors",
            "BADGE:doors[value eq `a`].value",
            "id",
            "groups",
            "schemas",
            "meta.created",
            "urn:acme:x:User",
            "urn:acme:x:User:role",
            "urn:acme:x:User:tags",
            "urn:acme:x:User:tags[value eq `a`]",
            "CORE",
            "CORE.active",
            "CORE.name.givenName",
            "ENTERPRISE.department",
            "CORE.emails[type eq `work`].display",
            "urn:ietf:params:scim:schemas:core:2.0:Usr:active",
            "nope",
            "emails[nope eq 1]");
    private static final List<String> VALUES = List.of(
            "null",
            "''",
            "'a'",
            "'b'",
            "'red'",
            "true",
            "'False'",
            "5",
            "[]",
            "{}",
            "['red', 'blue', 'red']",
            "{'value': 'a', 'type': 'work'}",
            "[{'value': 'a'}, {'value': 'b', 'type': 'Home', 'primary': true}]",
            "[{'value': 'a', 'primary': true}, {'value': 'b', 'primary': 'true'}]",
            "{'givenName': 'a', 'familyName': null}",
            "{'region': 'a', 'type': 'home'}",
            "{'department': 'a', 'manager': 'b'}",
            "{'role': 'a', 'none': [null]}",
            "{'title': 'a', 'name.givenName': 'b', 'emails[type eq `work`].value': 'a'}",
            "[null, {'$ref': null}]",
            "{'ENTERPRISE': {'department': ''}, 'urn:acme:x:User': {'role': 5}}",
            "['CORE']",
            "[{'title': 'a'}, {'emails': {'value': 'b'}, 'shoeSize': 5}]",
            "{'CORE': {'active': 'False', 'name.givenName': 'a'}, 'BADGE.colors': ['blue'], 'active': false}",
            "{'CORE': {'title': 'a', 'nope': {'b': 1}}, 'ENTERPRISE.department': 'b'}",
            "{'nickName': 'a', 'urn:ietf:params:scim:schemas:core:2.0:Usr': {'active': false}}",
            "{'id': '2819c223', 'meta': {'version': 'old'}, 'groups': [{'value': 'old'}], 'nickName': 'a'}",
            "{'urn:acme:x:User': {'tags': ['a', 'b']}, 'urn:acme:x:User:tags[value eq `t`]': 'c'}",
            "'2026-01-01T00:00:00Z'");

    private final RandomGenerator random;

    public RandomPatches(RandomGenerator random) {
        this.random = random;
    }

    /// So many operations, one after the other.
    public String operations(int count) {
        return String.join(
                ", ", IntStream.range(0, count).mapToObj(_ -> operation()).toList());
    }

    private String operation() {
        var path = random.nextInt(6) == 0 ? "" : ", 'path': '" + pick(PATHS) + "'";
        var op = pick(List.of("add", "replace", "remove"));
        var value = op.equals("remove") && random.nextBoolean() ? "" : ", 'value': " + pick(VALUES);
        return "{'op': '" + op + "'" + path + value + "}";
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
