package dev.rollcall.access.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.sql.Sql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SQL says of random organizations what a plain model says, for a page of members, for everybody in a group, and of
/// what
/// a change of mappings would do.
@QuarkusTest
class EffectiveGrantsLawTest {
    private final Organizations organizations;
    private final EffectiveGrants grants;
    private final Sql sql;

    EffectiveGrantsLawTest(Organizations organizations, EffectiveGrants grants, Sql sql) {
        this.organizations = organizations;
        this.grants = grants;
        this.sql = sql;
    }

    private ModelOrganization filled(long seed) {
        return RandomOrganization.fill(
                sql,
                seed,
                organizations.add("Law " + UUID.randomUUID(), Plan.ENTERPRISE).id());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aPageOfMembersHasWhatTheModelSays(long seed) {
        var model = filled(seed);
        filled(seed + 1_000);

        var found = shown(model, grants.of(model.id, model.people.keySet()));

        var expected = new TreeMap<UUID, Map<String, Set<String>>>();
        model.people.keySet().forEach(id -> put(expected, id, model.grants(id, model.mappings)));
        assertThat(found).isEqualTo(expected);
        assertThat(expected).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void everybodyInAGroupHasWhatTheModelSays(long seed) {
        var model = filled(seed);
        var random = new Random(seed);
        for (var group : model.groups.keySet()) {
            var change = RandomOrganization.change(model, random);
            for (var changed : List.of(MappingChange.NONE, change)) {
                var expected = new TreeMap<UUID, Map<String, Set<String>>>();
                model.inside(group).forEach(id -> put(expected, id, model.grants(id, model.after(changed))));

                var population = new Population.Within(List.of(group));
                assertThat(shown(model, grants.of(sql::query, model.id, population, changed)))
                        .isEqualTo(expected);
                var listed = new Population.Listed(List.copyOf(model.people.keySet()));
                assertThat(shown(model, grants.of(sql::query, model.id, listed, changed)))
                        .containsAllEntriesOf(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void aChangeOfMappingsDoesWhatTheModelSays(long seed) {
        var model = filled(seed);
        var random = new Random(seed);
        for (var i = 0; i < 5; i++) {
            var change = RandomOrganization.change(model, random);
            var groups = Stream.concat(
                            change.add().stream().map(MappingChange.Added::groupId),
                            model.mappings.stream()
                                    .filter(mapping -> change.remove().contains(mapping.id()))
                                    .map(ModelOrganization.Mapping::group))
                    .distinct()
                    .toList();

            var found = GrantChanges.of(sql::query, model.id, new Population.Within(groups), change);

            assertThat(found).isEqualTo(expected(model, change));
        }
    }

    private static GrantChanges expected(ModelOrganization model, MappingChange change) {
        var moves = new HashMap<List<String>, Long>();
        var affected = new ArrayList<UUID>();
        for (var id : model.people.keySet()) {
            var before = model.grants(id, model.mappings).keySet();
            var after = model.grants(id, model.after(change)).keySet();
            if (!before.equals(after)) {
                affected.add(id);
            }
            var places = Stream.concat(before.stream(), after.stream())
                    .map(held -> held.startsWith(model.id.toString()) ? held : held.substring(0, 36))
                    .collect(Collectors.toSet());
            for (var place : places) {
                var from = role(place, before);
                var to = role(place, after);
                if (!from.equals(to)) {
                    moves.merge(List.of(place.substring(0, 36), from, to), 1L, Long::sum);
                }
            }
        }
        return new GrantChanges(
                moves.entrySet().stream()
                        .map(move -> new GrantChanges.Move(
                                UUID.fromString(move.getKey().get(0)),
                                move.getKey().get(1).isEmpty()
                                        ? null
                                        : UUID.fromString(move.getKey().get(1)),
                                move.getKey().get(2).isEmpty()
                                        ? null
                                        : UUID.fromString(move.getKey().get(2)),
                                move.getValue()))
                        .sorted(GrantChanges.ORDER)
                        .toList(),
                affected.size(),
                affected.stream()
                        .sorted((one, other) -> one.toString().compareTo(other.toString()))
                        .limit(GrantChanges.FIRST)
                        .toList());
    }

    private static String role(String place, Set<String> held) {
        return held.stream()
                .filter(one -> one.startsWith(place))
                .map(one -> one.substring(37))
                .findFirst()
                .orElse("");
    }

    private static void put(Map<UUID, Map<String, Set<String>>> all, UUID id, Map<String, Set<String>> grants) {
        if (!grants.isEmpty()) {
            all.put(id, grants);
        }
    }

    private static Map<UUID, Map<String, Set<String>>> shown(ModelOrganization model, Map<UUID, List<Grant>> grants) {
        var shown = new TreeMap<UUID, Map<String, Set<String>>>();
        grants.forEach((member, its) -> {
            var held = new TreeMap<String, Set<String>>();
            its.forEach(grant -> {
                var reasons = new TreeSet<String>();
                grant.reasons().forEach(reason -> reasons.add(text(reason)));
                held.put((grant.team() == null ? model.id : grant.team().id()) + " " + grant.roleId(), reasons);
            });
            shown.put(member, held);
        });
        return shown;
    }

    private static String text(Reason reason) {
        return switch (reason) {
            case Reason.ByHand hand -> "hand " + hand.grantId();
            case Reason.ByGroup group -> "group " + group.mappingId() + (group.through() == null ? "" : " nested");
            case Reason.ByDefault one -> "default " + one.domain();
        };
    }
}
