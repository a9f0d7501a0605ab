package dev.rollcall.access.grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An organization in memory, and what its members have, worked out one by one and step by step.
final class ModelOrganization {
    final UUID id;
    final Map<UUID, Person> people = new HashMap<>();
    final Map<UUID, Set<UUID>> groups = new HashMap<>();
    final Map<UUID, Role> roles = new HashMap<>();
    final List<UUID> teams = new ArrayList<>();
    final List<Mapping> mappings = new ArrayList<>();
    final List<Hand> hands = new ArrayList<>();
    final Map<String, Default> defaultsOfDomains = new HashMap<>();

    @Nullable
    Default otherDefault;

    ModelOrganization(UUID id) {
        this.id = id;
    }

    /// @param domain of the account e-mail, in A-labels; empty where there is none
    record Person(UUID id, boolean active, boolean provisioned, String domain) {}

    record Role(UUID id, boolean ofTeams, int rank) {}

    record Mapping(@Nullable UUID id, UUID group, UUID scope, UUID role) {}

    record Hand(UUID id, UUID member, UUID scope, UUID role) {}

    record Held(UUID scope, UUID role, String reason) {}

    /// Scope and role as one text, with the reasons.
    Map<String, Set<String>> grants(UUID member, List<Mapping> mapped) {
        var person = people.get(member);
        var result = new TreeMap<String, Set<String>>();
        if (person == null || !person.active()) {
            return result;
        }
        var held = new ArrayList<Held>();
        for (var hand : hands) {
            if (hand.member().equals(member)) {
                held.add(new Held(hand.scope(), hand.role(), "hand " + hand.id()));
            }
        }
        for (var mapping : mapped) {
            if (person.provisioned()
                    && groups.containsKey(mapping.group())
                    && inside(mapping.group()).contains(member)) {
                var isDirect = groups.get(mapping.group()).contains(member);
                held.add(new Held(
                        mapping.scope(), mapping.role(), "group " + mapping.id() + (isDirect ? "" : " nested")));
            }
        }
        if (held.stream().noneMatch(one -> role(one).ofTeams())) {
            var domain = domain(person.domain());
            var one = domain == null ? otherDefault : defaultsOfDomains.get(domain);
            if (one != null) {
                held.add(new Held(one.teamId(), one.roleId(), "default " + domain));
            }
        }
        for (var one : held) {
            if (!role(one).ofTeams() || one.role().equals(best(one.scope(), held))) {
                result.computeIfAbsent(one.scope() + " " + one.role(), _ -> new TreeSet<>())
                        .add(one.reason());
            }
        }
        return result;
    }

    private Role role(Held held) {
        return Objects.requireNonNull(roles.get(held.role()));
    }

    private UUID best(UUID team, List<Held> held) {
        Role best = null;
        for (var one : held) {
            var role = role(one);
            if (one.scope().equals(team)
                    && (best == null
                            || role.rank() > best.rank()
                            || (role.rank() == best.rank()
                                    && role.id().toString().compareTo(best.id().toString()) < 0))) {
                best = role;
            }
        }
        return Objects.requireNonNull(best).id();
    }

    private @Nullable String domain(String domain) {
        String longest = null;
        for (var claimed : defaultsOfDomains.keySet()) {
            if ((domain.equals(claimed) || domain.endsWith("." + claimed))
                    && (longest == null || claimed.length() > longest.length())) {
                longest = claimed;
            }
        }
        return longest;
    }

    /// Everybody in a group, by whatever way, without those that are gone.
    Set<UUID> inside(UUID group) {
        var seen = new HashSet<UUID>();
        var left = new ArrayList<UUID>(List.of(group));
        var found = new HashSet<UUID>();
        while (!left.isEmpty()) {
            var next = left.removeLast();
            if (groups.containsKey(next) && seen.add(next)) {
                for (var member : groups.get(next)) {
                    if (groups.containsKey(member)) {
                        left.add(member);
                    } else if (people.containsKey(member) && people.get(member).provisioned()) {
                        found.add(member);
                    }
                }
            }
        }
        return found;
    }

    /// What is mapped after a change.
    List<Mapping> after(MappingChange change) {
        var after = mappings.stream()
                .filter(mapping -> !change.remove().contains(mapping.id()))
                .collect(Collectors.toCollection(ArrayList::new));
        change.add().forEach(one -> after.add(new Mapping(null, one.groupId(), one.scopeId(), one.roleId())));
        return after;
    }
}
