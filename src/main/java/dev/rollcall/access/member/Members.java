package dev.rollcall.access.member;

import dev.rollcall.access.grant.EffectiveGrants;
import dev.rollcall.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The members of organizations. A page takes as many statements for one member as for two hundred, and as long among a
/// million members as among a thousand.
@ApplicationScoped
public class Members {
    /// How many members are looked at for one page of a list that is filtered by what no index has.
    private static final int MOST_EXAMINED = 1_000;

    private static final int AT_ONCE = 250;

    private final MemberRows rows;
    private final Candidates candidates;
    private final Addresses addresses;
    private final EffectiveGrants grants;
    private final Sql sql;

    Members(MemberRows rows, Candidates candidates, Addresses addresses, EffectiveGrants grants, Sql sql) {
        this.rows = rows;
        this.candidates = candidates;
        this.addresses = addresses;
        this.grants = grants;
        this.sql = sql;
    }

    /// One of them.
    public Optional<Member> find(UUID organizationId, UUID id) {
        return complete(organizationId, rows.find(organizationId, List.of(id)).values()).stream()
                .findFirst();
    }

    /// All who have this account e-mail: more than one where nobody can tell who signs in with it.
    public List<Member> holders(UUID organizationId, String email) {
        return complete(organizationId, addresses.holders(organizationId, email));
    }

    /// A page of those who meet a filter.
    ///
    /// @param after the position behind which it begins, as a page has given it; empty at the beginning
    public MemberPage page(UUID organizationId, MemberFilter filter, List<String> after, int limit) {
        if (filter.isImpossible()) {
            return new MemberPage(List.of(), List.of());
        }
        return filter.search() == null
                ? page(organizationId, filter, candidates.walk(organizationId, filter), after, limit)
                : page(organizationId, filter, NameSearch.of(sql, organizationId, filter.search()), after, limit);
    }

    private <P> MemberPage page(
            UUID organizationId, MemberFilter filter, Course<P> course, List<String> after, int limit) {
        var atOnce = filter.asksForGrants() ? Math.max(AT_ONCE, limit + 1) : limit + 1;
        var found = new ArrayList<Member>();
        var place = course.place(after);
        for (var examined = 0; examined < MOST_EXAMINED; examined += atOnce) {
            var places = course.next(place, atOnce);
            var members = candidates(organizationId, filter, course, places);
            for (var i = 0; i < places.size(); i++) {
                var next = places.get(i);
                var member = members.get(course.id(next));
                if (member != null && course.belongs(next, member) && filter.matches(member)) {
                    if (found.size() == limit && place != null) {
                        return new MemberPage(complete(organizationId, found), course.position(place));
                    }
                    found.add(member);
                }
                place = next;
            }
            if (places.size() < atOnce) {
                return new MemberPage(complete(organizationId, found), List.of());
            }
        }
        return new MemberPage(complete(organizationId, found), place == null ? List.of() : course.position(place));
    }

    private <P> Map<UUID, Member> candidates(
            UUID organizationId, MemberFilter filter, Course<P> course, List<P> places) {
        var members = rows.find(organizationId, places.stream().map(course::id).toList());
        if (!filter.asksForGrants()) {
            return members;
        }
        var given = grants.of(organizationId, members.keySet());
        var all = new HashMap<UUID, Member>();
        members.forEach((id, member) -> all.put(id, member.with(given.getOrDefault(id, List.of()), 1)));
        return all;
    }

    /// These members with what they have, and how many have their e-mails.
    private List<Member> complete(UUID organizationId, Collection<Member> members) {
        var given = grants.of(organizationId, members.stream().map(Member::id).toList());
        var sharing = addresses.sharing(organizationId, members);
        return members.stream()
                .map(member -> member.with(
                        given.getOrDefault(member.id(), List.of()),
                        member.email() == null ? 1 : sharing.getOrDefault(member.emailKey(), 1)))
                .toList();
    }
}
